/** What Stardex says of the companies in the form: the employer's, and the client the person is a contact at. */
import { useState } from "preact/hooks";
import type { Company } from "../../model/records.ts";
import type { KnownSave } from "../match/known-save.ts";
import type { FormAction, FormState } from "../state/form-state.ts";
import { isCandidate, isContact } from "../values/form-values.ts";
import { useClientProposal } from "./client-proposal.ts";
import { useCompanyNamed } from "./company-check.ts";
import { type CompanyWarning, companyWarning } from "./EmployerNotice.tsx";

export interface Employer {
  warning: CompanyWarning | undefined;
  clientWarning: CompanyWarning | undefined;
  /** What the save has to be asked about. */
  isDoNotContact: boolean;
  isClientsEmployee: boolean;
  /** The company that is about. */
  doubtfulCompany: string;
  /** A company of Stardex' was picked as the client, or (null) a name was typed. */
  onClientPicked: (company: Company | null) => void;
}

export function useEmployer(
  { values, isRecalled }: FormState,
  { match }: KnownSave,
  dispatch: (action: FormAction) => void,
): Employer {
  const [picked, setPicked] = useState<Company | null>(null);
  // The person is looked up first: calls are few.
  const isReady = isRecalled && match.state.phase !== "asking";
  const employer = useCompanyNamed(values.companyName, isReady);
  const { client } = values;
  const told = [picked, employer].find((company) => company && company.name === client?.name) ?? null;
  const asked = useCompanyNamed(client?.name ?? "", isReady && isContact(values) && told === null);
  useClientProposal(employer, client, (changes) => dispatch({ type: "proposed", changes }));
  const warning = companyWarning(employer, isCandidate(values));
  const clientWarning = isContact(values) ? companyWarning(told ?? asked, false) : undefined;
  return {
    warning,
    clientWarning,
    isDoNotContact: warning === "do_not_contact" || clientWarning === "do_not_contact",
    isClientsEmployee: warning === "off_limits",
    doubtfulCompany: (warning ? values.companyName : client?.name) ?? values.companyName,
    onClientPicked: setPicked,
  };
}
