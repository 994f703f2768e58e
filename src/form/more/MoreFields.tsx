import type { FunctionComponent } from "preact";
import { t, type WordKey } from "../../i18n/words.ts";
import type { FormPart } from "../../settings/settings-schema.ts";
import { TextField } from "../fields/TextField.tsx";
import { FirmFields } from "../memory/FirmFields.tsx";
import type { FormErrors } from "../values/form-errors.ts";
import { type FormKey, type FormValues, isCandidate, type MoreName } from "../values/form-values.ts";
import { pasteSeveral } from "../values/several.ts";
import { ListPicker } from "./ListPicker.tsx";
import { NoteField } from "./NoteField.tsx";

export interface MoreFieldsProps {
  shown: ReadonlySet<FormPart>;
  workspace: string | null;
  /** Stardex has the person: what only a new person is given is no part of the save. */
  isKnown: boolean;
  values: FormValues;
  errors: FormErrors;
  isLocked: boolean;
  onChange: (changes: Partial<FormValues>) => void;
  onLeave: (name: FormKey) => void;
}

interface Line {
  name: MoreName;
  label: WordKey;
  isDate?: boolean;
  placeholder?: WordKey;
}

const TASK: Line[] = [
  { name: "taskText", label: "field_task", placeholder: "task_placeholder" },
  { name: "taskDue", label: "field_task_due", isDate: true },
];
/** One row a line; two short ones share it. */
const CONTACT: { part: FormPart; lines: Line[] }[] = [
  { part: "workEmail", lines: [{ name: "workEmail", label: "field_work_email" }] },
  { part: "personalEmail", lines: [{ name: "personalEmail", label: "field_personal_email" }] },
  {
    part: "emails",
    lines: [{ name: "emails", label: "field_emails", placeholder: "several_placeholder" }],
  },
  {
    part: "phones",
    lines: [
      { name: "workPhone", label: "field_work_phone" },
      { name: "mobilePhone", label: "field_mobile_phone" },
    ],
  },
  {
    part: "phones",
    lines: [{ name: "phoneNumbers", label: "field_phone_numbers", placeholder: "several_placeholder" }],
  },
  {
    part: "nameParts",
    lines: [
      { name: "firstName", label: "field_first_name" },
      { name: "lastName", label: "field_last_name" },
    ],
  },
  { part: "externalId", lines: [{ name: "externalSourceId", label: "field_external_id" }] },
];

/** All that a save can carry and most do not. */
export const MoreFields: FunctionComponent<MoreFieldsProps> = (props) => {
  const { shown, values, errors, isLocked, onChange, onLeave } = props;

  function paste(name: MoreName, text: string): boolean {
    const changes = pasteSeveral(name, text, values);
    if (changes) onChange(changes);
    return changes !== null;
  }

  /** Stardex takes it with a new person only. */
  function isLeftOut(name: MoreName): boolean {
    return name === "externalSourceId" && props.isKnown;
  }

  function row(lines: Line[]) {
    return (
      <div class={`row ${lines.map(({ name }) => name).join("-")}`} key={lines[0]?.name}>
        {lines.map(({ name, label, isDate, placeholder }) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            isDate={isDate === true}
            placeholder={placeholder && t(placeholder)}
            value={values[name]}
            missing={isLeftOut(name) ? t("external_id_not_sent") : undefined}
            error={errors[name]}
            isLocked={isLocked}
            onChange={(value) => onChange({ [name]: value })}
            onPaste={(text) => paste(name, text)}
            onLeave={() => onLeave(name)}
          />
        ))}
      </div>
    );
  }

  return (
    <>
      {shown.has("note") && (
        <NoteField
          value={values.note}
          error={errors.note}
          readOnly={isLocked}
          onChange={(note) => onChange({ note })}
          onLeave={() => onLeave("note")}
        />
      )}
      {shown.has("task") && row(TASK)}
      {shown.has("list") && (
        <ListPicker
          list={values.list}
          text={values.listText}
          isLocked={isLocked}
          error={errors.list}
          onChange={onChange}
        />
      )}
      {shown.has("fields") && (
        <FirmFields
          workspace={props.workspace}
          jobId={isCandidate(values) ? (values.jobs[0]?.job.id ?? null) : null}
          inputs={values.fields}
          isChecked={errors.fields !== undefined}
          isLocked={isLocked}
          onChange={(fields) => onChange({ fields })}
        />
      )}
      {CONTACT.filter(({ part }) => shown.has(part)).map(({ lines }) => row(lines))}
    </>
  );
};
