/** Is the person in view in Stardex? One call by her profile, a second by name only if that finds nobody. */
import { isMemberId, normalizePublicId } from "../../linkedin/profile-url.ts";
import type { KnownPerson, Match } from "../../model/records.ts";
import { isSameCompany, isSameName, plainName } from "../../model/same-person.ts";
import type { Answer, Request } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { shared } from "../../storage/cache.ts";
import { askStardex } from "./ask-stardex.ts";
import { cachedMatch, rememberMatch } from "./match-cache.ts";

type Seen = Request<"person.match">;
type Finder = Pick<StardexClient, "findPerson" | "findNamesakes">;

/** Rejects with StardexError. `now`: epoch ms. */
export async function findMatch(seen: Seen, client: Finder, now: number): Promise<Match> {
  const known = await client.findPerson(seen.linkedinUrl);
  if (known) return { state: "known", at: now, person: known };
  const name = plainName(seen.name ?? "");
  if (!name) return { state: "new", at: now, namesakes: 0 };
  const { people } = await client.findNamesakes(name);
  return judged(
    seen,
    people.filter((person) => hasName(person, name)),
    now,
  );
}

interface Parts {
  clientFor: (key: string) => Finder;
  limiter: Pick<RateLimiter, "roomForLookUp">;
  /** Epoch ms. */
  now: () => number;
}

/** Answers `person.match`. */
export function createMatcher({ clientFor, limiter, now }: Parts) {
  const underway = new Map<string, Promise<Match | null>>();

  async function match(seen: Seen, key: string, workspace: string): Promise<Match | null> {
    const cached = await cachedMatch(workspace, seen.linkedinUrl, now());
    if (cached) return cached;
    if (!(await limiter.roomForLookUp())) return null;
    const found = await findMatch(seen, clientFor(key), now());
    // Without a name "new" is only half an answer.
    if (seen.name || found.state === "known") await rememberMatch(workspace, seen.linkedinUrl, found);
    return found;
  }

  return (seen: Seen): Promise<Answer<"person.match">> =>
    askStardex(async ({ key, workspace }) => ({
      match: await shared(underway, `${workspace} ${seen.linkedinUrl}`, () => match(seen, key, workspace)),
    }));
}

/** What persons of her name mean, none of whom Stardex found by her profile. */
function judged({ linkedinUrl, companyName }: Seen, namesakes: KnownPerson[], now: number): Match {
  const slug = slugOf(linkedinUrl.slice(linkedinUrl.lastIndexOf("/") + 1));
  const herself = namesakes.find((person) => slug !== null && profileOf(person) === slug);
  if (herself) return { state: "known", at: now, person: herself };
  const isAtCompany = (person: KnownPerson) =>
    companyName !== null && person.companyName !== null && isSameCompany(person.companyName, companyName);
  const atCompany = namesakes.filter(isAtCompany);
  const elsewhere = namesakes.filter((person) => !isAtCompany(person) && profileOf(person) === null);
  const people = [...atCompany, ...elsewhere];
  const others = namesakes.length - people.length;
  if (people.length === 0) return { state: "new", at: now, namesakes: others };
  return { state: "possible", at: now, people, namesakes: others };
}

function hasName(person: KnownPerson, name: string): boolean {
  const parts = [person.firstName, person.lastName].filter(Boolean).join(" ");
  return isSameName(person.name ?? "", name) || isSameName(parts, name);
}

/** Null when Stardex has no slug of hers: none at all, or a member id, which tells nothing of a slug. */
function profileOf({ publicId }: KnownPerson): string | null {
  return publicId === null ? null : slugOf(publicId);
}

function slugOf(publicId: string): string | null {
  const slug = normalizePublicId(publicId);
  return slug === null || isMemberId(slug) ? null : slug;
}
