/**
 * May the firm approach this person? One rule for form, one click, menus, panel and list: what Stardex
 * knows of the companies the person works for, of the client of the chosen job, and of the person.
 */
import * as z from "zod/mini";
import type { EmployerRecord, Job } from "./records.ts";
import type { Doubt, Employer } from "./save.ts";
import { isLikeCompany } from "./spelling/like-company.ts";
import { isSameCompany } from "./spelling/same-company.ts";

const text = z.nullable(z.string());

const findingKinds = [
  "do_not_contact", // the company is marked so
  "person_do_not_contact", // the person is
  "client", // the company is a client of the firm
  "jobs_client", // the company is the client of a job the person is to be put on
] as const;

const findingSchema = z.lazy(() =>
  z.object({
    kind: z.enum(findingKinds),
    /** Null for a mark of the person, and for a company known by name alone. */
    companyId: text,
    /** As Stardex names the company; null for a mark of the person. */
    company: text,
    /** Ours to say nothing of, where Stardex says nothing. */
    status: text,
    reason: text,
    until: text,
    owner: text,
    lastEngagement: text,
    /** The employer, where only a like name connects the company with it. */
    likeOf: z.optional(z.string()),
  }),
);
export type Finding = z.infer<typeof findingSchema>;

/** Why a question has no answer. `limit`: the rate limit's rest is kept for saves; `cut_off`: too many companies to look at. */
const unchecked = ["limit", "no_network", "failed", "cut_off"] as const;
export type Unchecked = (typeof unchecked)[number];

/** The three answers: a finding is a yes, an employer in `notChecked` has none, and nothing of both is a no. */
export const employerCheckSchema = z.lazy(() =>
  z.object({
    findings: z.array(findingSchema),
    notChecked: z.array(z.object({ employer: z.string(), why: z.enum(unchecked) })),
  }),
);
export type EmployerCheck = z.infer<typeof employerCheckSchema>;

export interface EmployerAnswer {
  employer: Employer;
  /** The companies that may be this employer, or why nobody knows. */
  answer: { companies: EmployerRecord[] } | { why: Unchecked };
}

export interface EmployerQuestion {
  employers: EmployerAnswer[];
  /** The jobs the person is to be put on. */
  jobs: Pick<Job, "clientCompanyName">[];
  /** The person's own mark; null when unknown or new. */
  isPersonMarked: boolean | null;
}

export function employerRule({ employers, jobs, isPersonMarked }: EmployerQuestion): EmployerCheck {
  const person = isPersonMarked ? [{ ...nothingKnown, kind: "person_do_not_contact" as const }] : [];
  const findings = employers.flatMap((one) => findingsOf(one, jobs));
  return {
    findings: unique([...person, ...findings]),
    notChecked: employers.flatMap(({ employer, answer }) =>
      "why" in answer ? [{ employer: employer.name, why: answer.why }] : [],
    ),
  };
}

/** Where the page names no employer and nobody typed one, the one that Stardex has counts; `held`: its name, null for none. */
export function employersOr(named: Employer[], held: string | null): Employer[] {
  return named.length === 0 && held !== null ? [{ name: held, url: null }] : named;
}

export function isMark({ kind }: Finding): boolean {
  return kind === "do_not_contact" || kind === "person_do_not_contact";
}

/** What the user has to be asked for each; in the order in which it matters. */
export function doubtsOf({ findings, notChecked }: EmployerCheck): Doubt[] {
  return [
    ...(findings.some(isMark) ? ["do_not_contact" as const] : []),
    ...(findings.some((finding) => !isMark(finding)) ? ["client_company" as const] : []),
    ...(notChecked.length > 0 ? ["not_checked" as const] : []),
  ];
}

const nothingKnown = {
  companyId: null,
  company: null,
  status: null,
  reason: null,
  until: null,
  owner: null,
  lastEngagement: null,
};

function findingsOf({ employer, answer }: EmployerAnswer, jobs: EmployerQuestion["jobs"]): Finding[] {
  const companies = "companies" in answer ? answer.companies : [];
  const likeOf = (isAlike: boolean | undefined) => (isAlike ? { likeOf: employer.name } : {});
  const find = (kind: "do_not_contact" | "client", company: EmployerRecord): Finding => ({
    ...findingOf(kind, company),
    ...likeOf(company.isAlike),
  });
  const certainFirst = companies.toSorted((a, b) => Number(a.isAlike ?? false) - Number(b.isAlike ?? false));
  const client = jobsClient(employer, companies, jobs);
  return [
    ...certainFirst
      .filter((company) => company.doNotContact)
      .map((company) => find("do_not_contact", company)),
    ...certainFirst.filter((company) => company.isClient).map((company) => find("client", company)),
    ...(client
      ? [{ ...nothingKnown, kind: "jobs_client" as const, company: client.name, ...likeOf(client.isAlike) }]
      : []),
  ];
}

/** The client of a chosen job that is the employer, else one of a like name. */
function jobsClient(
  { name }: Employer,
  companies: EmployerRecord[],
  jobs: EmployerQuestion["jobs"],
): { name: string; isAlike: boolean } | undefined {
  const names = [name, ...companies.filter(({ isAlike }) => !isAlike).map((company) => company.name)];
  const clients = jobs.flatMap(({ clientCompanyName }) => clientCompanyName ?? []);
  const same = clients.find((client) => names.some((one) => isSameCompany(one, client)));
  const like = same ?? clients.find((client) => isLikeCompany(name, client));
  return like === undefined ? undefined : { name: like, isAlike: same === undefined };
}

function findingOf(kind: Finding["kind"], company: EmployerRecord): Finding {
  return {
    kind,
    companyId: company.id,
    company: company.name,
    status: company.status,
    reason: kind === "do_not_contact" ? company.reason : null,
    until: kind === "do_not_contact" ? company.until : null,
    owner: company.owners[0] ?? null,
    lastEngagement: company.lastEngagement,
  };
}

function unique(findings: Finding[]): Finding[] {
  const byText = new Map(findings.map((finding) => [`${finding.kind} ${finding.company}`, finding]));
  return [...byText.values()];
}
