/** What the cache of look-ups holds of a person once a save of the person is through. */

import { publicIdOfLink } from "../../linkedin/profile-url.ts";
import { personAfterSave } from "../../model/person-after-save.ts";
import { personAfterTouch } from "../../model/person-after-touch.ts";
import type { Match } from "../../model/records.ts";
import type { SaveRecord } from "../../model/save.ts";
import { cachedMatch, forgetMatch, rememberMatch } from "./match-cache.ts";
import { forgetTimeline } from "./memory/timeline.ts";

/** What a look-up would find now, so that opening the profile again costs no call. */
export async function rememberSaved(record: SaveRecord, now: number): Promise<void> {
  const { workspace, draft, outcome } = record;
  const before = await cachedMatch(workspace, draft.linkedinUrl, now);
  const held = before?.state === "known" ? before.person : null;
  if (draft.touch) return await rememberTouch(record, before);
  const person = personAfterSave(record, held, publicIdOfLink(draft.linkedinUrl));
  // Of a known person who was not looked up just now there is more than this save tells.
  if (!person || (outcome?.wasKnown && held === null)) return await forgetMatch(workspace, draft.linkedinUrl);
  await rememberMatch(workspace, draft.linkedinUrl, { state: "known", at: now, person });
}

/** What was known of the person is as old as before; the timeline has an entry more. */
async function rememberTouch(record: SaveRecord, before: Match | null): Promise<void> {
  const { workspace, draft } = record;
  const personId = draft.known?.personId;
  const { candidateId } = draft.touch?.move ?? {};
  if (personId !== undefined) await forgetTimeline(workspace, personId, candidateId ? [candidateId] : []);
  if (before?.state !== "known") return;
  const person = personAfterTouch(before.person, record);
  await rememberMatch(workspace, draft.linkedinUrl, { ...before, person });
}
