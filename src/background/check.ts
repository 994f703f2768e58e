/** Who the person of a save is in Stardex: decided before anything is sent. */
import type { KnownPerson } from "../records.ts";
import type { PersonUpdate, Problem, SaveDraft, SaveRecord } from "../save.ts";
import type { StardexClient } from "../stardex/client.ts";
import { isSameContact } from "../stardex/person-body.ts";
import { cachedMatch, FRESH } from "./match-cache.ts";
import { changesBetween } from "./plan.ts";

/** The draft as it may be sent, or why its user has to look at it first. */
export type Checked = { draft: SaveDraft; problem?: never } | { draft?: never; problem: Problem };

/**
 * `earlier`: the words of a save of hers that was still under way when this one was made. What differs
 * from them is her newer word, and is sent.
 *
 * Rests on the look-up the form made, if it is fresh; else Stardex is asked by URL, once. Of a person who
 * turns out to be known nothing is overwritten: blanks are filled, contact data is added.
 */
export async function checkPerson(
  { draft, workspace }: SaveRecord,
  client: Pick<StardexClient, "findPerson">,
  now: number,
  earlier?: SaveDraft,
): Promise<Checked> {
  if (draft.lookedUpAt !== undefined && isFresh(draft.lookedUpAt, now)) return { draft };
  const cached = await cachedMatch(workspace, draft.linkedinUrl, now);
  if (cached && cached.state !== "known") return { draft };
  const person = cached?.person ?? (await client.findPerson(draft.linkedinUrl));
  return { draft: person ? withKnown(draft, person, earlier) : draft };
}

function isFresh(at: number, now: number): boolean {
  return at <= now && now - at < FRESH;
}

/** Who was chosen by her user stays chosen; the jobs are those of now, archived ones too: an entry is an entry. */
export function withKnown(draft: SaveDraft, person: KnownPerson, earlier?: SaveDraft): SaveDraft {
  const isChosen = draft.known?.personId === person.id;
  const newWords = { ...blanksFilled(draft, person), ...(earlier && changesBetween(earlier, draft)) };
  return {
    ...draft,
    known: {
      personId: person.id,
      name: person.name,
      onJobs: person.candidacies.map(({ jobId }) => jobId),
      update: isChosen && draft.known ? draft.known.update : newWords,
    },
  };
}

function blanksFilled(draft: SaveDraft, person: KnownPerson): PersonUpdate {
  const emails = [draft.workEmail, draft.personalEmail, ...(draft.emails ?? [])];
  const phones = [draft.workPhone, draft.mobilePhone, ...(draft.phoneNumbers ?? [])];
  return {
    ...(!person.currentJobTitle && { currentJobTitle: draft.currentJobTitle }),
    ...(!person.companyName && { companyName: draft.companyName }),
    ...(!person.location && { location: draft.location }),
    ...(!person.firstName && { firstName: draft.firstName }),
    ...(!person.lastName && { lastName: draft.lastName }),
    addEmails: missing(emails, person.emails),
    addPhones: missing(phones, person.phones),
  };
}

function missing(values: (string | undefined)[], held: { value: string }[]): string[] {
  return values.filter(
    (value): value is string => value !== undefined && !held.some((one) => isSameContact(one.value, value)),
  );
}
