/** What the look-ups of the last minutes found: within them nobody asks Stardex for a person twice. */
import { type Match, matchSchema } from "../../model/records.ts";
import { sessionCache } from "../../storage/cache.ts";

/** Ms a look-up holds. */
export const FRESH = 10 * 60_000;

/** More profiles than anybody opens in ten minutes. */
const matches = sessionCache("match", matchSchema, 300);

/** `linkedinUrl` in its canonical form. Null when there is none, or none of the last ten minutes. */
export async function cachedMatch(
  workspace: string,
  linkedinUrl: string,
  now: number,
): Promise<Match | null> {
  const match = await matches.get(workspace, linkedinUrl);
  // After a clock was set back an age would be negative, and last for ever.
  return match && match.at <= now && now - match.at < FRESH ? match : null;
}

/** Never rejects. */
export function rememberMatch(workspace: string, linkedinUrl: string, match: Match): Promise<void> {
  return matches.set(workspace, linkedinUrl, match);
}

/** After a change to her record. Never rejects. */
export function forgetMatch(workspace: string, linkedinUrl: string): Promise<void> {
  return matches.remove(workspace, linkedinUrl);
}
