import type { Company } from "../records.ts";
import { t } from "../ui/words.ts";

interface Props {
  company: Company | null;
  /** She is about to become a candidate, and this is where she works now. */
  isEmployerOfCandidate: boolean;
}

/** A company that is not to be contacted, or off-limits as the firm's own client: one line, before saving. */
export function EmployerNotice({ company, isEmployerOfCandidate }: Props) {
  if (company?.doNotContact) {
    return (
      <p class="company-warning bad" role="alert">
        {t("employer_do_not_contact", company.name)}
      </p>
    );
  }
  if (company?.isClient && isEmployerOfCandidate) {
    return (
      <p class="company-warning" role="status">
        {t("employer_off_limits", company.name)}
      </p>
    );
  }
  return null;
}
