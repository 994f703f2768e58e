/** Without network every save would run into the same wall: the whole queue rests, but not for long. */
import type { IDBPObjectStore } from "idb";
import * as z from "zod/mini";
import { database, type Schema } from "../../storage/database.ts";

const LONGEST_REST = 30_000;
const NAME = "rest";

const restSchema = z.object({ since: z.number(), until: z.number() });

/** Epoch ms until which nothing is sent; undefined when the queue does not rest. */
export async function restsUntil(now: number): Promise<number | undefined> {
  const { data } = restSchema.safeParse(await (await database()).get("worker", NAME));
  // One that began in the future is over: the clock was set back since.
  return data && data.since <= now && now < data.until ? data.until : undefined;
}

export async function restUntil(until: number, now: number): Promise<void> {
  const rest = { since: now, until: Math.min(until, now + LONGEST_REST) };
  await (await database()).put("worker", rest, NAME);
}

export async function endRest(): Promise<void> {
  await endRestIn((await database()).transaction("worker", "readwrite").store);
}

/** In a transaction that does more. */
export async function endRestIn(
  store: IDBPObjectStore<Schema, ("saves" | "connection" | "worker")[], "worker", "readwrite">,
): Promise<void> {
  await store.delete(NAME);
}
