/** May the firm approach this person, and which company is the client: what Stardex says, and what the form asks. */
import { useState } from "preact/hooks";
import {
  doubtsOf,
  type EmployerCheck,
  employersOr,
  type Finding,
  isMark,
} from "../../model/employer-rule.ts";
import type { Company } from "../../model/records.ts";
import type { Doubt, Employer } from "../../model/save.ts";
import type { KnownSave } from "../match/known-save.ts";
import type { FormAction, FormState } from "../state/form-state.ts";
import { isCandidate, isContact } from "../values/form-values.ts";
import { useClientProposal } from "./client-proposal.ts";
import { useCompanyNamed, useEmployerCheck } from "./company-check.ts";
import type { CompanyWarning } from "./EmployerNotice.tsx";

export interface EmployerFindings {
  /** At the company's field. */
  warning: CompanyWarning | undefined;
  clientWarning: CompanyWarning | undefined;
  /** What the save has to be asked about. */
  doubts: Doubt[];
  findings: Finding[];
  /** Every employer, for the save to be checked against. */
  employers: Employer[];
  /** A company of Stardex' was picked as the client, or (null) a name was typed. */
  onClientPicked: (company: Company | null) => void;
}

const noCheck: EmployerCheck = { findings: [], notChecked: [] };

export function useEmployer(
  state: FormState,
  { match }: KnownSave,
  dispatch: (action: FormAction) => void,
): EmployerFindings {
  const { values, isRecalled } = state;
  const { client } = values;
  const [picked, setPicked] = useState<Company | null>(null);
  // The person is looked up first: calls are few.
  const isReady = isRecalled && match.state.phase !== "asking";
  const employers = employersOr(employersIn(state), match.subject?.person.companyName ?? null);
  const jobs = isCandidate(values) ? values.jobs.map(({ job }) => job) : [];
  const isPersonMarked = match.subject?.person.doNotContact ?? null;
  const check = useEmployerCheck({ employers, jobs, isPersonMarked }, isReady) ?? noCheck;

  const isAsked = isReady && isContact(values);
  const employer = useCompanyNamed(values.companyName, isAsked);
  const told = [picked, employer].find((company) => company && company.name === client?.name) ?? null;
  const asked = useCompanyNamed(client?.name ?? "", isAsked && told === null);
  useClientProposal(employer, client, (changes) => dispatch({ type: "proposed", changes }));

  const isClientMarked = isContact(values) && (told ?? asked)?.doNotContact === true;
  const clientFinding = isClientMarked && client ? [markOf(client.name)] : [];
  const findings = [...check.findings.filter(isOf(values.role)), ...clientFinding];
  return {
    warning: warningOf(findings, check),
    clientWarning: isClientMarked ? "do_not_contact" : undefined,
    doubts: doubtsOf({ findings, notChecked: [] }),
    findings,
    employers,
    onClientPicked: setPicked,
  };
}

/** All that the page names, and in the place of the first what the user typed instead. */
function employersIn({ initial, values }: FormState): Employer[] {
  const name = values.companyName.trim();
  const isPages = name === initial.values.companyName;
  const others = initial.employers.filter((one) => isPages || one.name !== initial.values.companyName);
  return isPages || name === "" ? others : [{ name, url: null }, ...others];
}

/** A client contact's company is meant to be a client; a mark counts for everybody. */
function isOf(role: FormState["values"]["role"]) {
  return ({ kind }: Finding) =>
    role !== "client_contact" || kind === "do_not_contact" || kind === "person_do_not_contact";
}

function warningOf(findings: Finding[], { notChecked }: EmployerCheck): CompanyWarning | undefined {
  const ofCompanies = findings.filter(({ kind }) => kind !== "person_do_not_contact");
  const certain = ofCompanies.filter(({ likeOf }) => likeOf === undefined);
  if (certain.some(isMark)) return "do_not_contact";
  if (certain.length > 0) return "off_limits";
  if (ofCompanies.length > 0) return "alike";
  return notChecked.length > 0 ? "not_checked" : undefined;
}

function markOf(company: string): Finding {
  const nothing = {
    companyId: null,
    status: null,
    reason: null,
    until: null,
    owner: null,
    lastEngagement: null,
  };
  return { kind: "do_not_contact", company, ...nothing };
}
