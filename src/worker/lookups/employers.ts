/** What Stardex knows of the companies a person works for. */
import * as z from "zod/mini";
import { companyUrlOf } from "../../linkedin/profile-url.ts";
import {
  type EmployerAnswer,
  type EmployerCheck,
  employerRule,
  type Unchecked,
} from "../../model/employer-rule.ts";
import { type EmployerRecord, employerRecordSchema, type Job } from "../../model/records.ts";
import type { Employer } from "../../model/save.ts";
import { companyNames, isCommonWord, isLikeCompany } from "../../model/spelling/like-company.ts";
import { isSameCompany, plainCompany } from "../../model/spelling/same-company.ts";
import { spellings } from "../../model/spelling/spelling.ts";
import type { StardexClient } from "../../stardex/client.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import type { Found } from "../../stardex/types.ts";
import { sessionCache } from "../../storage/cache.ts";

export type CompanyFinder = Pick<StardexClient, "searchCompanies" | "getCompany">;

/** Ms: a mark made in Stardex is seen within minutes. */
const FRESH = 5 * 60_000;
/** Ms that "no such company" holds: long enough for the save that follows the question. */
const ABSENT_IS_FRESH = 60_000;
/** Names of one employer that are searched for. */
const MOST_NAMES = 2;
/** More current employers than a person has. */
const MOST = 5;
/** Calls one name may cost; almost all take one. */
const MOST_PAGES = 4;
/** Companies of a like name whose number is asked for. */
const MOST_UNCLEAR = 3;
/** Companies of a like name that are told, marked ones first: one is enough to ask the user. */
const MOST_ALIKE = 2;

const answered = sessionCache("employer", z.array(employerRecordSchema), {
  capacity: 200,
  size: 500_000,
  maxAge: (companies) => (companies.length === 0 ? ABSENT_IS_FRESH : FRESH),
});

/** More companies have a word of the name than could be looked at: nobody knows. */
export class TooManyCompanies extends Error {}

/**
 * The companies in Stardex that may be this employer; of those that are marked or clients, all that is
 * known. Asked once in some minutes. Rejects with StardexError or TooManyCompanies.
 */
export function companiesOf(
  employer: Employer,
  workspace: string,
  client: CompanyFinder,
): Promise<EmployerRecord[]> {
  return answered.getOr(workspace, keyOf(employer), () => findCompanies(employer, client));
}

/** Undefined when Stardex would have to be asked. */
function cachedCompaniesOf(employer: Employer, workspace: string): Promise<EmployerRecord[] | undefined> {
  return answered.get(workspace, keyOf(employer));
}

export interface EmployerQuestion {
  employers: Employer[];
  jobs: Pick<Job, "clientCompanyName">[];
  isPersonMarked: boolean | null;
}

/** The employers that are asked for, each once. */
export function employersToCheck(employers: Employer[]): Employer[] {
  const byKey = new Map(employers.map((employer) => [keyOf(employer), employer]));
  return [...byKey.values()].filter(({ name }) => plainCompany(name) !== "").slice(0, MOST);
}

/** For a user who waits: what could not be asked is said, and keeps nothing else back. */
export async function checkEmployers(
  { employers, ...question }: EmployerQuestion,
  workspace: string,
  client: CompanyFinder,
  limiter: Pick<RateLimiter, "roomForLookUp">,
): Promise<EmployerCheck> {
  const answers: EmployerAnswer[] = [];
  for (const employer of employersToCheck(employers))
    answers.push({ employer, answer: await answerOf(employer, workspace, client, limiter) });
  return employerRule({ employers: answers, ...question });
}

async function answerOf(
  employer: Employer,
  workspace: string,
  client: CompanyFinder,
  limiter: Pick<RateLimiter, "roomForLookUp">,
): Promise<EmployerAnswer["answer"]> {
  const cached = await cachedCompaniesOf(employer, workspace);
  if (cached) return { companies: cached };
  if (!(await limiter.roomForLookUp())) return { why: "limit" };
  try {
    return { companies: await companiesOf(employer, workspace, client) };
  } catch (error) {
    return { why: whyUnchecked(error) };
  }
}

/** Throws what is neither Stardex's nor ours to explain. */
export function whyUnchecked(error: unknown): Unchecked {
  if (error instanceof TooManyCompanies) return "cut_off";
  if (!(error instanceof StardexError)) throw error;
  const { kind } = error.problem;
  if (kind === "rate_limited") return "limit";
  return kind === "offline" || kind === "timeout" || kind === "unreadable" ? "no_network" : "failed";
}

function keyOf({ name, url }: Employer): string {
  return `${plainCompany(name)} ${companyIdOf(url) ?? ""}`;
}

async function findCompanies(employer: Employer, client: CompanyFinder): Promise<EmployerRecord[]> {
  const id = companyIdOf(employer.url);
  const { rows, isComplete } = await findByName(employer, client);
  const found = rows.filter((one) => isSameCompany(one.name, employer.name) || hasCompanyId(one, id));
  if (employer.url !== null && !found.some((one) => hasCompanyId(one, id))) {
    const byUrl = await client.searchCompanies({ linkedinUrl: employer.url }, 1);
    const others = [...byUrl.rows, ...rows].filter((one) => !found.includes(one));
    found.push(...(await ofAddress(others, id, client)));
  }
  if (!isComplete && !found.some(isTold)) throw new TooManyCompanies();
  const unique = [...new Map(found.map((company) => [company.id, company])).values()];
  const alike = rows.filter((one) => isTold(one) && isLikeCompany(one.name, employer.name));
  const others = [...new Map(alike.map((company) => [company.id, company])).values()]
    .filter(({ id }) => unique.every((one) => one.id !== id))
    .sort((a, b) => Number(b.doNotContact) - Number(a.doNotContact))
    .slice(0, MOST_ALIKE);
  return await Promise.all([
    ...unique.map((company) => withDetails(company, client)),
    ...others.map(async (company) => ({ ...(await withDetails(company, client)), isAlike: true })),
  ]);
}

/** Is there anything to say of the company? */
const isTold = (company: EmployerRecord) => company.doNotContact || company.isClient;

/**
 * Those with this slug or number. A search's row has no number: of the few there is anything to say of, one
 * call each tells it.
 */
async function ofAddress(
  companies: EmployerRecord[],
  id: string | null,
  client: CompanyFinder,
): Promise<EmployerRecord[]> {
  const isNumber = id !== null && /^\d+$/.test(id);
  const unclear = isNumber ? companies.filter((one) => isTold(one) && one.linkedinId === null) : [];
  const told = await Promise.all(unclear.slice(0, MOST_UNCLEAR).map((one) => withDetails(one, client)));
  return [...companies, ...told].filter((one) => hasCompanyId(one, id));
}

/** By each name it goes by: "X (formerly Twitter)". */
async function findByName({ name }: Employer, client: CompanyFinder): Promise<Found<EmployerRecord>> {
  const found = { rows: [] as EmployerRecord[], isComplete: true };
  for (const one of companyNames(name).slice(0, MOST_NAMES)) {
    const { rows, isComplete } = await findByOneName(one, client);
    found.rows.push(...rows);
    found.isComplete &&= isComplete;
  }
  return found;
}

/**
 * By the one word that tells most: how several combine is not known. Only where that is in too many names, by
 * the whole name, which finds them all only where it has one spelling.
 */
async function findByOneName(name: string, client: CompanyFinder): Promise<Found<EmployerRecord>> {
  const core = plainCompany(name);
  const byWord = await client.searchCompanies({ keywords: [tellingWord(name, core)] }, MOST_PAGES);
  if (byWord.isComplete) return byWord;
  const byPhrase = await client.searchCompanies({ keywords: [core] }, MOST_PAGES);
  const isOneSpelling = name.toLowerCase().includes(core) && spellings(core)[0] === core;
  return { rows: [...byWord.rows, ...byPhrase.rows], isComplete: byPhrase.isComplete && isOneSpelling };
}

/**
 * The first word, which a group's companies share, unless too many others do: then the longest. In plain letters, which
 * every spelling of the name has. "AT&T" is one word.
 */
function tellingWord(name: string, core: string): string {
  const [initials] = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,2}&[\p{L}\p{N}]{1,2}(?![\p{L}\p{N}])/u.exec(name) ?? [];
  if (initials !== undefined) return initials;
  const words = core.split(" ").filter((word) => word !== "and");
  const isPlain = (word: string) => /^[a-z0-9]{3,}$/.test(word);
  const [first = ""] = words;
  if (isPlain(first) && !isCommonWord(first)) return first;
  const longest = (all: string[]) =>
    all.reduce((most, word) => (word.length > most.length ? word : most), "");
  const rare = words.filter((word) => isPlain(word) && !isCommonWord(word));
  return longest(rare) || longest(words.filter(isPlain)) || longest(words) || core;
}

/** Who owns the company, and why it is marked, only one call tells: made where there is something to say. */
async function withDetails(company: EmployerRecord, client: CompanyFinder): Promise<EmployerRecord> {
  if (!isTold(company)) return company;
  try {
    const details = await client.getCompany(company.id);
    return {
      ...details,
      isClient: company.isClient || details.isClient,
      doNotContact: company.doNotContact || details.doNotContact,
      status: details.status ?? company.status,
    };
  } catch (error) {
    // What is known already is enough to ask the user.
    if (error instanceof StardexError) return company;
    throw error;
  }
}

function hasCompanyId(company: EmployerRecord, id: string | null): boolean {
  return id !== null && (company.linkedinId === id || companyIdOf(company.linkedinUrl) === id);
}

/** A slug or a number, of a company's page on LinkedIn; Stardex has its address with a scheme or without. */
function companyIdOf(url: string | null): string | null {
  const href = url && (/^https?:/i.test(url) ? url : `https://${url}`);
  return href && (companyUrlOf(href)?.replace(/^.*\//, "") ?? null);
}
