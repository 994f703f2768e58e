import type { SaveRecord } from "../../model/save.ts";
import { LONGEST_WAIT } from "../../stardex/retry-at.ts";

/**
 * The saves of a workspace that may be acted on, in the order they were made, and one a person: a later
 * save of the same profile waits for the earlier, or the older words would overwrite the newer. One that
 * needs its user holds nobody up.
 */
export function heads(records: SaveRecord[], workspace: string): SaveRecord[] {
  const seen = new Set<string>();
  return records
    .filter((record) => record.workspace === workspace && isUnderway(record))
    .sort((a, b) => a.order - b.order)
    .filter((record) => isFirst(seen, record.draft.linkedinUrl));
}

/** Neither finished nor waiting for its user. */
export function isUnderway(record: SaveRecord): boolean {
  return record.state === "waiting" || record.state === "sending" || record.state === "in_doubt";
}

/** Whether its time has come; also when it is further ahead than any wait: then the clock was set back since. */
export function isDue({ nextAttemptAt }: Pick<SaveRecord, "nextAttemptAt">, now: number): boolean {
  return nextAttemptAt <= now || nextAttemptAt > now + LONGEST_WAIT;
}

function isFirst(seen: Set<string>, url: string): boolean {
  if (seen.has(url)) return false;
  seen.add(url);
  return true;
}
