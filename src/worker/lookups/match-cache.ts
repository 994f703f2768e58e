/** What the look-ups of the last minutes found: within them nobody asks Stardex for a person twice. */
import { type Match, matchSchema } from "../../model/records.ts";
import { sessionCache } from "../../storage/cache.ts";

/** Ms a look-up holds. */
export const FRESH = 10 * 60_000;
/** Ms that nobody having been found holds: a colleague may add the person. */
const NEW_IS_FRESH = 2 * 60_000;

/** More profiles than anybody opens in ten minutes. */
const matches = sessionCache("match", matchSchema, {
  capacity: 200,
  size: 2_000_000,
  maxAge: ({ state }) => (state === "new" ? NEW_IS_FRESH : FRESH),
});

/** `linkedinUrl` in its canonical form. Null when there is none that is fresh. */
export async function cachedMatch(
  workspace: string,
  linkedinUrl: string,
  now: number,
): Promise<Match | null> {
  const match = await matches.get(workspace, linkedinUrl);
  if (!match) return null;
  const longest = match.state === "new" ? NEW_IS_FRESH : FRESH;
  return match.at <= now && now - match.at < longest ? match : null;
}

/** Never rejects. */
export function rememberMatch(workspace: string, linkedinUrl: string, match: Match): Promise<void> {
  return matches.set(workspace, linkedinUrl, match);
}

/** After a change to the record. Never rejects. */
export function forgetMatch(workspace: string, linkedinUrl: string): Promise<void> {
  return matches.remove(workspace, linkedinUrl);
}
