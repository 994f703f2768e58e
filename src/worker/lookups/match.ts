/** Is the person in view in Stardex? By address; else by e-mail, where the page shows one; else by name. */
import * as z from "zod/mini";
import { isMemberId, normalizePublicId, publicIdOfLink } from "../../linkedin/profile-url.ts";
import { lastTouch } from "../../model/activity.ts";
import { type KnownPerson, type Match, matchSchema } from "../../model/records.ts";
import { isSameCompany } from "../../model/spelling/same-company.ts";
import { plainName } from "../../model/spelling/same-person.ts";
import type { Answer, Request } from "../../protocol/messages.ts";
import { settings } from "../../settings/settings.ts";
import type { StardexClient } from "../../stardex/client.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { sessionCache, shareWork } from "../../storage/cache.ts";
import { askStardex } from "./ask-stardex.ts";
import { cachedMatch, FRESH, rememberMatch } from "./match-cache.ts";
import { findNamesakes, type Namesakes } from "./name-search.ts";

type Seen = Request<"person.match">;
export type Finder = Pick<StardexClient, "findPerson" | "findByEmail" | "searchByName">;

/** Calls that addresses may cost. */
const MOST_EMAILS = 2;
/** More than anybody compares: the likeliest come first. */
const MOST_PEOPLE = 10;

/** Rejects with StardexError. `now`: epoch ms. */
export async function findMatch(seen: Seen, client: Finder, now: number): Promise<Match> {
  const known = await findKnown(seen.linkedinUrl, client);
  return known ? { state: "known", at: now, person: known } : await findOthers(seen, client, now);
}

/** With the last touch, for no call more; without it where the firm hides the timeline from this key. */
async function findKnown(linkedinUrl: string, client: Finder): Promise<KnownPerson | undefined> {
  const { teamMemory } = await settings.get();
  const person = teamMemory
    ? await client.findPerson(linkedinUrl, { withActivities: true }).catch((error: unknown) => {
        if (error instanceof StardexError && error.problem.kind === "forbidden")
          return client.findPerson(linkedinUrl);
        throw error;
      })
    : await client.findPerson(linkedinUrl);
  if (!person) return undefined;
  // What only a change of the record needs stays here.
  const {
    activities = [],
    emailRows: _emails,
    phoneRows: _phones,
    areCandidaciesTold: _told,
    ...rest
  } = person;
  const last = lastTouch(activities);
  return { ...rest, ...(last && { lastTouch: last }) };
}

/** The same where it is known that no record has this profile. */
async function findOthers(seen: Seen, client: Finder, now: number): Promise<Match> {
  const byEmail = await findByEmails(seen.emails ?? [], client);
  if (byEmail.people.length > 0) return judge(seen, byEmail, true, now);
  const { isComplete } = byEmail;
  if (!plainName(seen.name ?? "")) return { state: "new", at: now, namesakes: 0, isComplete };
  const byName = await findNamesakes(seen.name ?? "", client);
  return judge(seen, { ...byName, isComplete: byName.isComplete && isComplete }, false, now);
}

async function findByEmails(emails: string[], client: Finder): Promise<Namesakes> {
  const answers = [];
  for (const email of emails.slice(0, MOST_EMAILS)) answers.push(await client.findByEmail(email));
  const people = new Map(answers.flatMap(({ rows }) => rows).map((person) => [person.id, person]));
  return { people: [...people.values()], isComplete: answers.every(({ isComplete }) => isComplete) };
}

/** The addresses that were asked for of a profile: the page may show one only later. */
const askedEmails = sessionCache("match-emails", z.array(z.string()), {
  capacity: 200,
  size: 100_000,
  maxAge: FRESH,
});

async function areEmailsAsked(workspace: string, { linkedinUrl, emails = [] }: Seen): Promise<boolean> {
  if (emails.length === 0) return true;
  const asked = (await askedEmails.get(workspace, linkedinUrl)) ?? [];
  return emails.every((email) => asked.includes(email));
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
    const isAskedFor = await areEmailsAsked(workspace, seen);
    if (cached && (cached.state !== "new" || isAskedFor)) return cached;
    if (!(await limiter.roomForLookUp())) return cached;
    const find = cached ? findOthers : findMatch;
    // Only what a page may know of a person.
    const found = matchSchema.parse(await find(seen, clientFor(key), now()));
    await askedEmails.set(workspace, seen.linkedinUrl, seen.emails ?? []);
    // Without a name "new" is only half an answer.
    if (seen.name || found.state === "known") await rememberMatch(workspace, seen.linkedinUrl, found);
    return found;
  }

  return (seen: Seen): Promise<Answer<"person.match">> =>
    askStardex(async ({ key, workspace }) => ({
      match: await shareWork(underway, `${workspace} ${seen.linkedinUrl}`, () => match(seen, key, workspace)),
    }));
}

/** What persons of the name or e-mail mean, none of whom Stardex found by the profile. */
function judge(
  { linkedinUrl, companyName }: Seen,
  { people: found, isComplete }: Namesakes,
  isByEmail: boolean,
  now: number,
): Match {
  const slug = slugOf(publicIdOfLink(linkedinUrl));
  const same = found.find((person) => slug !== null && slugOf(person.publicId) === slug);
  if (same) return { state: "known", at: now, person: same };
  const isAtCompany = (person: KnownPerson) =>
    companyName !== null && person.companyName !== null && isSameCompany(person.companyName, companyName);
  const atCompany = found.filter((person) => isByEmail || isAtCompany(person));
  const elsewhere = found.filter((person) => !atCompany.includes(person) && slugOf(person.publicId) === null);
  const people = [...atCompany, ...elsewhere];
  const rest = { at: now, namesakes: found.length - people.length, isComplete };
  if (people.length === 0) return { state: "new", ...rest };
  return { state: "possible", people: people.slice(0, MOST_PEOPLE), ...rest };
}

/** Null when Stardex has no slug: none at all, or a member id, which tells nothing of a slug. */
function slugOf(publicId: string | null): string | null {
  const slug = publicId === null ? null : normalizePublicId(publicId);
  return slug === null || isMemberId(slug) ? null : slug;
}
