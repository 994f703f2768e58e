/**
 * The one gate before anything is sent, on every way a save comes: who is the person in Stardex, and may
 * the firm approach the person? What is found and was not accepted by the user holds the save up.
 */

import { isSameContact } from "../../model/contact-values.ts";
import {
  doubtsOf,
  type EmployerAnswer,
  employerRule,
  employersOr,
  type Finding,
  isMark,
} from "../../model/employer-rule.ts";
import type { Problem } from "../../model/problem.ts";
import type { BlankField, KnownPerson, Match } from "../../model/records.ts";
import type { Doubt, Employer, PersonFields, PersonUpdate, SaveDraft, SaveRecord } from "../../model/save.ts";
import { isLikeCompany } from "../../model/spelling/like-company.ts";
import { isSameCompany } from "../../model/spelling/same-company.ts";
import { doesDoNotContactBlock } from "../../settings/policy.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { employersToCheck, TooManyCompanies, whyUnchecked } from "../lookups/employers.ts";
import { FRESH } from "../lookups/match-cache.ts";
import { type Answers, askedAnswers, type CheckClient } from "./answers.ts";
import { changesBetween, newJobs } from "./plan.ts";

/** The words of a save of the same person that was still under way when this one was made. */
export type EarlierWords = () => Promise<PersonFields | undefined>;

/** The draft as it may be sent, or why the user has to look at it first. */
export type Checked = { draft: SaveDraft; problem?: never } | { draft?: never; problem: Problem };

type Save = Pick<SaveRecord, "draft" | "workspace">;

/**
 * `earlier`: what differs from those words is the newer word, and is sent. Of a person who turns out to be
 * known nothing is overwritten: blanks are filled, contact data is added; where nobody has looked, not
 * even that. Rejects with StardexError where asking again later helps: no network, the rate limit, the key.
 */
export function checkPerson(
  save: Save,
  client: CheckClient,
  now: number,
  earlier: EarlierWords = async () => undefined,
): Promise<Checked> {
  return checkWith(askedAnswers(save.workspace, client, now), save, now, earlier);
}

async function checkWith(
  answers: Answers,
  { draft }: Save,
  now: number,
  earlier: EarlierWords,
): Promise<Checked> {
  const accepted = new Set(draft.accepted);
  const { match, isMarked, doubts: personDoubts } = await identify(answers, draft, now, accepted);
  const doubt = personDoubts.find((one) => !accepted.has(one));
  if (doubt) return { problem: { kind: doubt } };
  const decided = match?.state === "known" ? await withKnown(draft, match.person, earlier) : draft;
  // One click on somebody who is on the job already sends nothing.
  if (draft.isOneClick && decided.known && newJobs(decided).length === 0) return { draft: decided };
  const problem =
    (await checkEmployersOf(answers, draft, employersIn(draft, match), isMarked, accepted)) ??
    (await checkJobs(answers, draft, accepted));
  return problem ? { problem } : { draft: decided };
}

interface Identity {
  /** Null where the words of the form decide. */
  match: Match | null;
  /** Stardex' own mark of the person; null when the person is new, or nobody knows. */
  isMarked: boolean | null;
  doubts: Doubt[];
}

async function identify(
  answers: Answers,
  draft: SaveDraft,
  now: number,
  accepted: ReadonlySet<Doubt>,
): Promise<Identity> {
  const kept = await answers.keptMatch(draft.linkedinUrl);
  if (restsOnLookUp(draft, now, kept?.at)) {
    // The form has asked, and the user has answered: nothing is to be decided anew.
    const isAnswered = kept?.state !== "possible" || draft.known !== undefined;
    return { match: null, isMarked: markIn(kept, draft), doubts: isAnswered ? [] : ["possible_match"] };
  }
  try {
    const match = kept ?? (await answers.match(seenIn(draft)));
    const isMarked = markIn(match, draft);
    if (match.state === "known") return { match, isMarked, doubts: [] };
    const isChosen = draft.known !== undefined;
    return {
      match,
      isMarked,
      doubts: [
        ...(match.state === "possible" && !isChosen ? ["possible_match" as const] : []),
        ...(!match.isComplete && !isChosen ? ["not_checked" as const] : []),
      ],
    };
  } catch (error) {
    // With the user's word it goes on once Stardex answers: unknown, the person might be overwritten.
    if (isForLater(error) || accepted.has("not_checked")) throw error;
    return { match: null, isMarked: null, doubts: ["not_checked"] };
  }
}

/** Of the person the save is for: the one found, or the one the user chose among possible ones. */
function markIn(match: Match | null, { known }: SaveDraft): boolean | null {
  if (match?.state === "known") return match.person.doNotContact;
  const people = match?.state === "possible" ? match.people : [];
  return people.find(({ id }) => id === known?.personId)?.doNotContact ?? null;
}

function seenIn(draft: SaveDraft) {
  const emails = [draft.workEmail, draft.personalEmail, ...(draft.emails ?? [])];
  return {
    linkedinUrl: draft.linkedinUrl,
    name: draft.name,
    companyName: draft.companyName ?? draft.employers?.[0]?.name ?? null,
    emails: emails.filter((email) => email !== undefined),
  };
}

/** No network, a web filter, the rate limit, the key: the same question has an answer later. */
function isForLater(error: unknown): boolean {
  if (error instanceof TooManyCompanies) return false;
  if (!(error instanceof StardexError)) return true;
  return ["offline", "timeout", "unreadable", "rate_limited", "unauthorized"].includes(error.problem.kind);
}

async function checkEmployersOf(
  answers: Answers,
  draft: SaveDraft,
  named: Employer[],
  isPersonMarked: boolean | null,
  accepted: ReadonlySet<Doubt>,
): Promise<Problem | undefined> {
  const employers: EmployerAnswer[] = [];
  for (const employer of employersToCheck(named))
    employers.push({ employer, answer: await answerOf(answers, employer) });
  const { findings, notChecked } = employerRule({
    employers,
    jobs: draft.jobs.map(({ job }) => job),
    isPersonMarked,
  });
  // A like name is asked about: it may be another company.
  const isCertain = (finding: Finding) => isMark(finding) && finding.likeOf === undefined;
  if (findings.some(isCertain) && (await doesDoNotContactBlock())) return { kind: "blocked_by_policy" };
  const doubts = doubtsOf({ findings: findings.filter((one) => !isOwnClient(one, draft)), notChecked });
  const doubt = doubts.find((one) => !accepted.has(one));
  return doubt && { kind: doubt };
}

/**
 * All that the page names, and what the user typed instead; where that is nothing, the employer that Stardex has. A client
 * contact's company is meant to be one.
 */
function employersIn(draft: SaveDraft, match: Match | null): Employer[] {
  const named = draft.employers ?? [];
  const isNamed = (name: string) => named.some((one) => isSameCompany(one.name, name));
  const { companyName } = draft;
  const onPage =
    companyName === undefined || isNamed(companyName) ? named : [{ name: companyName, url: null }, ...named];
  const all = employersOr(onPage, match?.state === "known" ? match.person.companyName : null);
  const own = draft.role === "client_contact" ? draft.client?.name : undefined;
  return own === undefined ? all : all.filter(({ name }) => !isSameCompany(name, own));
}

/** The client that a client contact belongs to, by a like name: "Velmar UK" of "Velmar". */
function isOwnClient(finding: Finding, { role, client }: SaveDraft): boolean {
  if (role !== "client_contact" || !client || finding.company === null) return false;
  return !isMark(finding) && finding.likeOf !== undefined && isLikeCompany(finding.company, client.name);
}

async function answerOf(answers: Answers, employer: Employer): Promise<EmployerAnswer["answer"]> {
  try {
    return { companies: await answers.companies(employer) };
  } catch (error) {
    if (isForLater(error)) throw error;
    return { why: whyUnchecked(error) };
  }
}

/** A job that nobody looked at is checked: it may have been closed since. */
async function checkJobs(
  answers: Answers,
  draft: SaveDraft,
  accepted: ReadonlySet<Doubt>,
): Promise<Problem | undefined> {
  if (!draft.isOneClick) return undefined;
  for (const { job } of draft.jobs) {
    try {
      if (!(await answers.job(job.id)).isOpen) return { kind: "job_closed", field: "job_id" };
    } catch (error) {
      if (isForLater(error)) throw error;
      if (!accepted.has("not_checked")) return { kind: "not_checked" };
    }
  }
  return undefined;
}

/** Not when something newer is known: a save of the same person from another window may have arrived since. */
function restsOnLookUp({ lookedUpAt: at }: SaveDraft, now: number, knownSince = 0): boolean {
  return at !== undefined && at <= now && now - at < FRESH && at >= knownSince;
}

/** Who was chosen by the user stays chosen; the jobs are those of now, archived ones too: an entry is an entry. */
export async function withKnown(
  draft: SaveDraft,
  person: KnownPerson,
  earlier: EarlierWords,
): Promise<SaveDraft> {
  const chosen = draft.known?.personId === person.id ? draft.known : undefined;
  return {
    ...draft,
    known: {
      ...chosen,
      personId: person.id,
      name: person.name,
      linkedinUrl: chosen?.linkedinUrl ?? null,
      onJobs: person.candidacies.map(({ jobId }) => jobId),
      update: draft.isOneClick ? {} : (chosen?.update ?? (await newWords(draft, person, earlier))),
    },
  };
}

async function newWords(draft: SaveDraft, person: KnownPerson, earlier: EarlierWords): Promise<PersonUpdate> {
  const before = await earlier();
  return { ...blanksFilled(draft, person), ...(before && changesBetween(before, draft)) };
}

/** Only what Stardex states to be empty is filled: what an answer leaves out is not known to be. */
function blanksFilled(draft: SaveDraft, person: KnownPerson): PersonUpdate {
  const emails = [draft.workEmail, draft.personalEmail, ...(draft.emails ?? [])];
  const phones = [draft.workPhone, draft.mobilePhone, ...(draft.phoneNumbers ?? [])];
  const fill = <K extends BlankField>(field: K) => person.blank.includes(field) && { [field]: draft[field] };
  return {
    ...fill("currentJobTitle"),
    ...fill("companyName"),
    ...fill("location"),
    ...fill("firstName"),
    ...fill("lastName"),
    ...fill("externalSourceId"),
    addEmails: missing(emails, person.emails),
    addPhones: missing(phones, person.phones),
  };
}

function missing(values: (string | undefined)[], held: { value: string }[]): string[] {
  return values.filter(
    (value): value is string => value !== undefined && !held.some((one) => isSameContact(one.value, value)),
  );
}
