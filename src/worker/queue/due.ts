/** What is due in a lane: the queue of a workspace, or of one of its batches. */
import type { SaveRecord } from "../../model/save.ts";
import type { Database } from "../../storage/database.ts";
import { parseSave, setAside } from "../../storage/saves.ts";

/** All keys that begin so. */
export const everything = (...prefix: string[]) => IDBKeyRange.bound(prefix, [...prefix, []]);

export function batchLane(id: string): string {
  return `batch:${id}`;
}

/** Of the batches that go on, the oldest first. */
export async function batchLanes(db: Database, workspace: string): Promise<string[]> {
  const batches = await db.getAllFromIndex("batches", "state", "running");
  return batches
    .filter((batch) => batch.workspace === workspace)
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ id }) => batchLane(id));
}

/** Those that cannot be read are passed over. */
export async function firstDue(db: Database, lane: string, now: number): Promise<SaveRecord | undefined> {
  const due = await firstIn(db, "due", IDBKeyRange.bound([lane], [lane, now]));
  // A wait that began in the future is over: the clock was set back since.
  return due ?? (await firstIn(db, "waiting", IDBKeyRange.bound([lane, now], [lane, []], true)));
}

export async function dueAfter(db: Database, lane: string, now: number): Promise<number | undefined> {
  const range = IDBKeyRange.bound([lane, now], [lane, []], true);
  const cursor = await db.transaction("saves").store.index("due").openKeyCursor(range);
  return cursor?.key[1];
}

async function firstIn(
  db: Database,
  name: "due" | "waiting",
  range: IDBKeyRange,
): Promise<SaveRecord | undefined> {
  const broken: unknown[] = [];
  let found: SaveRecord | undefined;
  let cursor = await db.transaction("saves").store.index(name).openCursor(range);
  while (cursor && !found) {
    const parsed = parseSave(cursor.value);
    if (parsed.record) found = parsed.record;
    else if (parsed.is === "broken") broken.push(cursor.value);
    if (!found) cursor = await cursor.continue();
  }
  for (const value of broken) await setAside(db, value);
  return found;
}
