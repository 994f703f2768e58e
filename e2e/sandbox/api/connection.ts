import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

/** The way back to the client: a socket, or a `fetch` in the same process. */
export interface Connection {
  /** Breaks it. What is answered afterwards reaches nobody. */
  drop(): void;
  /** Settles once it is closed: with the status of the answer that went out, or null when none did. */
  closed: Promise<number | null>;
}

export function socketConnection({ outgoing }: HttpBindings): Connection {
  const closed = new Promise<number | null>((resolve) => {
    outgoing.once("close", () => resolve(outgoing.writableFinished ? outgoing.statusCode : null));
  });
  return { drop: () => void outgoing.destroy(), closed };
}

/** Stands for the answer of a connection that is broken. */
export const NO_ANSWER: Response = RESPONSE_ALREADY_SENT;
