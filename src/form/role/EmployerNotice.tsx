import { t } from "../../i18n/words.ts";
import type { Company } from "../../model/records.ts";

/** What is to be said of a company before anybody is saved: never to be contacted, or off-limits. */
export type CompanyWarning = "do_not_contact" | "off_limits";

/** `isEmployerOfCandidate`: the person is about to become a candidate, and works there now. */
export function companyWarning(
  company: Company | null,
  isEmployerOfCandidate: boolean,
): CompanyWarning | undefined {
  if (company?.doNotContact) return "do_not_contact";
  return company?.isClient && isEmployerOfCandidate ? "off_limits" : undefined;
}

/** One line in the head of the company's field, so that its coming moves nothing. */
export function EmployerNotice({ id, warning }: { id: string; warning: CompanyWarning }) {
  const isBad = warning === "do_not_contact";
  const words = t(isBad ? "company_marked" : "company_off_limits");
  return (
    <p id={id} class={`field-says company-warning ${isBad ? "bad" : ""}`}>
      {words}
    </p>
  );
}
