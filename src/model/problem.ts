/** Why something asked of Stardex, or of storage, was not done. Each kind has its words in i18n/problem-words.ts. */
import * as z from "zod/mini";

/** Why a call to Stardex did not do what was asked; the words for each are in the pages. */
export const problemKinds = [
  "invalid", // 400, 422: Stardex refuses a field
  "unauthorized", // 401
  "forbidden", // 403
  "not_found", // 404
  "rate_limited", // 429
  "server", // 5xx
  "unreadable", // an answer that is not Stardex's (HTML of a proxy, truncated JSON)
  "offline", // the request did not get out, or the connection broke
  "timeout", // no answer in time
  "not_connected", // no key
  "key_changed", // the form was opened under another key than the one in use
  "storage_full",
  "storage_refused",
  "contacts_unreadable", // a list that would be replaced holds a row that could not be read
  "possible_match", // somebody in Stardex may be the person
  "client_company", // the employer is a client of the firm, or the one of the chosen job
  "do_not_contact", // the person or the employer is marked so
  "not_checked", // one of these questions had no answer
  "blocked_by_policy", // do-not-contact, and the organization lets nobody pass it over
  "job_closed", // a job that nobody looked at is archived or gone
] as const;
export const problemSchema = z.lazy(() =>
  z.object({
    kind: z.enum(problemKinds),
    /** Stardex's own words, when it gave some. Data: shown as text. */
    message: z.optional(z.string()),
    /** HTTP status, when there was an answer. */
    status: z.optional(z.number()),
    /** The API's name of the refused field, e.g. `linkedin_url`. */
    field: z.optional(z.string()),
    /** Epoch ms before which a retry is pointless (rate limit). */
    retryAt: z.optional(z.number()),
  }),
);
export type Problem = z.infer<typeof problemSchema>;
