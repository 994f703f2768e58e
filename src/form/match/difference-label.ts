import { t, type WordKey } from "../../i18n/words.ts";
import type { PersonUpdate } from "../../model/save.ts";
import type { Difference } from "./known-update.ts";

const LABELS: Record<keyof PersonUpdate, WordKey> = {
  name: "field_name",
  firstName: "field_first_name",
  lastName: "field_last_name",
  currentJobTitle: "field_job_title",
  companyName: "field_company",
  location: "field_location",
  linkedinUrl: "field_url",
  workEmail: "field_work_email",
  personalEmail: "field_personal_email",
  workPhone: "field_work_phone",
  mobilePhone: "field_mobile_phone",
  addEmails: "field_emails",
  addPhones: "field_phone_numbers",
  externalSourceId: "field_external_id",
};

/** The name of the field in the form. */
export function labelOf({ field }: Difference): string {
  return t(LABELS[field]);
}
