/** Why a call to Stardex did not do what was asked. */
export type FailureKind =
  | "invalid" // 400, 422: Stardex refuses a field
  | "unauthorized" // 401
  | "forbidden" // 403
  | "not_found" // 404
  | "rate_limited" // 429
  | "server" // 5xx
  | "unreadable" // an answer that is not Stardex's own (a web filter's HTML, half a JSON), whatever its status
  | "contacts_unreadable" // a list that would be replaced holds a row we cannot send back
  | "offline" // the request did not get out, or the connection broke
  | "timeout"; // no answer in time

export interface Failure {
  kind: FailureKind;
  /** Stardex's own words, where it gave some. Data: to be shown as text. */
  message?: string | undefined;
  /** HTTP status, where there was an answer. */
  status?: number | undefined;
  /** The API's name of the refused field, e.g. `linkedin_url`. */
  field?: string | undefined;
  /** Epoch ms before which a retry is pointless. */
  retryAt?: number | undefined;
}

/** Every way a call to Stardex can fail. Holds what may be shown; never the key or the request. */
export class StardexError extends Error {
  override readonly name = "StardexError";

  constructor(readonly problem: Failure) {
    super(problem.status === undefined ? problem.kind : `${problem.kind} (HTTP ${problem.status})`);
  }
}
