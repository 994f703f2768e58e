/** The words of the people table: its columns, and what the state column says of a row. */
import { plural } from "../../i18n/plurals.ts";
import { t, type WordKey } from "../../i18n/words.ts";
import type { CellName, RowProblem } from "../person-row.ts";
import type { Standing } from "./people-state.ts";

export const columnWords: Record<CellName, WordKey> = {
  name: "field_name",
  title: "field_job_title",
  company: "field_company",
  location: "field_location",
  address: "people_address",
  email: "people_email",
  phone: "people_phone",
  note: "field_note",
};

export interface StateWords {
  text: string;
  tone: "quiet" | "good" | "warn" | "bad";
  /** What the user can do about it; null where there is nothing to do. */
  help: string | null;
}

const problemKeys: Record<RowProblem, [short: WordKey, help: WordKey]> = {
  missing: ["people_missing", "people_missing_help"],
  no_link: ["people_no_link", "people_no_link_help"],
  not_sure: ["people_not_sure", "people_not_sure_help"],
  member_id: ["people_member_id", "people_member_id_help"],
  sales_navigator: ["people_sales_navigator", "people_sales_navigator_help"],
  recruiter: ["people_recruiter", "people_recruiter_help"],
  not_a_profile: ["people_not_a_profile", "people_not_a_profile_help"],
  not_linkedin: ["people_not_linkedin", "people_not_linkedin_help"],
  name_missing: ["people_name_missing", "people_name_missing_help"],
  too_long: ["people_too_long", "people_too_long_help"],
  email_invalid: ["people_email_invalid", "people_email_invalid_help"],
  double: ["people_double", "people_double_help"],
};

export function wordsOfProblem(problem: RowProblem): StateWords {
  const [short, help] = problemKeys[problem];
  return { text: t(short), tone: "bad", help: t(help) };
}

export function wordsOfStanding(standing: Standing | undefined): StateWords {
  switch (standing?.state) {
    case undefined:
      return { text: t("people_not_checked"), tone: "quiet", help: null };
    case "not_checked":
      return { text: t("people_check_failed"), tone: "warn", help: t("people_check_failed_help") };
    case "checking":
      return { text: t("people_checking"), tone: "quiet", help: null };
    case "new":
      return { text: t("people_new"), tone: "quiet", help: null };
    case "known":
      return { text: knownText(standing.jobs), tone: "good", help: null };
    case "possible":
      return {
        text: plural("people_possible", standing.count),
        tone: "warn",
        help: t("people_held_back_help"),
      };
    case "off_limits":
      return { text: offLimitsText(standing.doubt), tone: "bad", help: t("people_held_back_help") };
  }
}

function knownText(jobs: string[]): string {
  const [first] = jobs;
  if (first === undefined) return t("people_known");
  return jobs.length === 1 ? t("people_known_on", first) : plural("people_known_on_jobs", jobs.length);
}

function offLimitsText(doubt: Extract<Standing, { state: "off_limits" }>["doubt"]): string {
  if (doubt === "do_not_contact") return t("people_do_not_contact");
  return doubt === "client_company" ? t("people_client_company") : t("people_check_failed");
}
