import type { PersonUpdate } from "../save.ts";
import { t, type WordKey } from "../ui/words.ts";
import { type Difference, isTicked, type KnownSubject, type Ticks } from "./known-update.ts";

interface Props {
  subject: KnownSubject;
  differences: Difference[];
  ticks: Ticks;
  isLocked: boolean;
  onTick: (key: string, isTicked: boolean) => void;
}

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
};

/** Field by field what Stardex has and what the form says, each with a tick. */
export function UpdateDiff({ subject, differences, ticks, isLocked, onTick }: Props) {
  if (differences.length === 0) return null;
  return (
    <fieldset class="diff" disabled={isLocked}>
      <legend>{t("diff_title")}</legend>
      {differences.map((one) => (
        <label key={one.key}>
          <input
            type="checkbox"
            checked={isTicked(subject, one, ticks)}
            disabled={one.isFixed}
            onChange={(event) => onTick(one.key, event.currentTarget.checked)}
          />
          <span class="diff-field">{t(LABELS[one.field])}</span>
          <span class="diff-change">
            {one.now === null ? t("diff_add", one.next) : t("diff_change", one.now, one.next)}
          </span>
        </label>
      ))}
      <p class="quiet">{t("diff_hint")}</p>
    </fieldset>
  );
}
