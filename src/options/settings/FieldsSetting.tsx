import { t } from "../../i18n/words.ts";
import type { FormPart } from "../../settings/settings-schema.ts";
import { ChecksSetting } from "./settings-controls.tsx";
import type { Store } from "./use-stored.ts";

interface Props {
  label: string;
  hidden: FormPart[];
  isLocked: boolean;
  isDisabled: boolean;
  store: Store<FormPart[]>;
}

/** The parts of the form that can be left out, in their order there. */
export function FieldsSetting({ hidden, ...rest }: Props) {
  const choices: Record<FormPart, string> = {
    role: t("part_role"),
    note: t("field_note"),
    task: t("field_task"),
    list: t("field_list"),
    workEmail: t("field_work_email"),
    personalEmail: t("field_personal_email"),
    emails: t("field_emails"),
    phones: t("part_phones"),
    nameParts: t("part_name"),
    externalId: t("field_external_id"),
    fields: t("part_fields"),
  };
  return <ChecksSetting {...rest} hint={t("setting_fields_hint")} unticked={hidden} choices={choices} />;
}
