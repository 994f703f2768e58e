/** Who the person of a save is in Stardex: decided before anything is sent. */

import type { Problem } from "../../model/problem.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { PersonFields, PersonUpdate, SaveDraft, SaveRecord } from "../../model/save.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { isSameContact } from "../../stardex/person-body.ts";
import { askForCompany } from "../lookups/companies.ts";
import { findMatch } from "../lookups/match.ts";
import { cachedMatch, FRESH, rememberMatch } from "../lookups/match-cache.ts";
import { changesBetween, newJobs } from "./plan.ts";

type CheckClient = Pick<StardexClient, "findPerson" | "findNamesakes" | "searchCompanies">;

/** The words of a save of hers that was still under way when this one was made. */
export type EarlierWords = () => Promise<PersonFields | undefined>;

/** The draft as it may be sent, or why its user has to look at it first. */
export type Checked = { draft: SaveDraft; problem?: never } | { draft?: never; problem: Problem };

type Save = Pick<SaveRecord, "draft" | "workspace">;

/**
 * `earlier`: the words of a save of hers that was still under way when this one was made. What differs
 * from them is her newer word, and is sent.
 *
 * Rests on the look-up the form made, if it is fresh; else Stardex is asked by URL, once. Of a person who
 * turns out to be known nothing is overwritten: blanks are filled, contact data is added.
 */
export async function checkPerson(
  save: Save,
  client: CheckClient,
  now: number,
  earlier: EarlierWords = async () => undefined,
): Promise<Checked> {
  const { draft, workspace } = save;
  if (draft.isOneClick) return await checkUnseen(draft, workspace, client, now);
  const decided = await checkedWithoutCall(save, now, earlier);
  if (decided) return { draft: decided };
  const person = await client.findPerson(draft.linkedinUrl);
  return { draft: person ? withKnown(draft, person, await earlier()) : draft };
}

/** What `checkPerson` gives, where nobody has to be asked for it; else undefined. */
export async function checkedWithoutCall(
  { draft, workspace }: Save,
  now: number,
  earlier: EarlierWords,
): Promise<SaveDraft | undefined> {
  if (draft.isOneClick) return undefined;
  const cached = await cachedMatch(workspace, draft.linkedinUrl, now);
  if (restsOnLookUp(draft, now, cached?.at)) return draft;
  if (!cached) return undefined;
  return cached.state === "known" ? withKnown(draft, cached.person, await earlier()) : draft;
}

/**
 * A save that nobody has looked at. Of a person who is known nothing is changed: she is put on the job, if
 * she is not on it. Who may be somebody that is there, or works for a company off-limits, is not sent.
 */
async function checkUnseen(
  draft: SaveDraft,
  workspace: string,
  client: CheckClient,
  now: number,
): Promise<Checked> {
  const { linkedinUrl, name } = draft;
  const employer = draft.companyName ?? draft.employerGuess;
  let match = await cachedMatch(workspace, linkedinUrl, now);
  if (!match) {
    match = await findMatch({ linkedinUrl, name, companyName: employer ?? null }, client, now);
    // Her user may have to look next: the form then asks nothing again.
    await rememberMatch(workspace, linkedinUrl, match);
  }
  if (match.state === "possible") return { problem: { kind: "possible_match" } };
  const decided = match.state === "known" ? withNothingNew(draft, match.person) : draft;
  if (decided.known && newJobs(decided).length === 0) return { draft: decided };
  const company = employer ? await askForCompany(employer, workspace, client) : null;
  return company?.doNotContact ? { problem: { kind: "do_not_contact" } } : { draft: decided };
}

function withNothingNew(draft: SaveDraft, person: KnownPerson): SaveDraft {
  const { known, ...rest } = withKnown(draft, person);
  return { ...rest, ...(known && { known: { ...known, update: {} } }) };
}

/** Not when something newer is known: a save of hers from another window may have arrived since. */
function restsOnLookUp({ lookedUpAt: at }: SaveDraft, now: number, knownSince = 0): boolean {
  return at !== undefined && at <= now && now - at < FRESH && at >= knownSince;
}

/** Who was chosen by her user stays chosen; the jobs are those of now, archived ones too: an entry is an entry. */
export function withKnown(draft: SaveDraft, person: KnownPerson, earlier?: PersonFields): SaveDraft {
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
