/** What the cache of look-ups holds of a person once a save of the person is through. */

import { publicIdOfLink } from "../../linkedin/profile-url.ts";
import { personAfterSave } from "../../model/person-after-save.ts";
import type { SaveRecord } from "../../model/save.ts";
import { cachedMatch, forgetMatch, rememberMatch } from "./match-cache.ts";

/** What a look-up would find now, so that opening the profile again costs no call. */
export async function rememberSaved(record: SaveRecord, now: number): Promise<void> {
  const { workspace, draft, outcome } = record;
  const before = await cachedMatch(workspace, draft.linkedinUrl, now);
  const held = before?.state === "known" ? before.person : null;
  const person = personAfterSave(record, held, publicIdOfLink(draft.linkedinUrl));
  // Of a known person who was not looked up just now there is more than this save tells.
  if (!person || (outcome?.wasKnown && held === null)) return await forgetMatch(workspace, draft.linkedinUrl);
  await rememberMatch(workspace, draft.linkedinUrl, { state: "known", at: now, person });
}
