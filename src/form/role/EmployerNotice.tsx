import { t, type WordKey } from "../../i18n/words.ts";

/** What is to be said of a company before anybody is saved: never to be contacted, off-limits, a like name is, or not known. */
export type CompanyWarning = "do_not_contact" | "off_limits" | "alike" | "not_checked";

const WORDS: Record<CompanyWarning, WordKey> = {
  do_not_contact: "company_marked",
  off_limits: "company_off_limits",
  alike: "company_alike",
  not_checked: "company_not_checked",
};
const LOOKS: Record<CompanyWarning, string> = {
  do_not_contact: "bad",
  off_limits: "",
  alike: "",
  not_checked: "quiet",
};

/** One line in the head of the company's field, so that its coming moves nothing. */
export function EmployerNotice({ id, warning }: { id: string; warning: CompanyWarning }) {
  return (
    <p id={id} class={`field-says company-warning ${LOOKS[warning]}`}>
      {t(WORDS[warning])}
    </p>
  );
}
