import type { FunctionComponent } from "preact";
import { t, type WordKey } from "../ui/words.ts";
import { type FormErrors, type FormKey, type FormValues, type MoreName, pasted } from "./form-values.ts";
import { ListPicker } from "./ListPicker.tsx";
import { NoteField } from "./NoteField.tsx";
import { TextField } from "./TextField.tsx";

export interface MoreFieldsProps {
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

/** One row a line; two short ones share it. */
const TASK: Line[] = [
  { name: "taskText", label: "field_task", placeholder: "task_placeholder" },
  { name: "taskDue", label: "field_task_due", isDate: true },
];
const CONTACT: Line[][] = [
  [{ name: "workEmail", label: "field_work_email" }],
  [{ name: "personalEmail", label: "field_personal_email" }],
  [{ name: "emails", label: "field_emails", placeholder: "several_placeholder" }],
  [
    { name: "workPhone", label: "field_work_phone" },
    { name: "mobilePhone", label: "field_mobile_phone" },
  ],
  [{ name: "phoneNumbers", label: "field_phone_numbers", placeholder: "several_placeholder" }],
  [
    { name: "firstName", label: "field_first_name" },
    { name: "lastName", label: "field_last_name" },
  ],
  [{ name: "externalSourceId", label: "field_external_id" }],
];

/** All that a save can carry and most do not. */
export const MoreFields: FunctionComponent<MoreFieldsProps> = (props) => {
  const { values, errors, isLocked, onChange, onLeave } = props;

  function paste(name: MoreName, text: string): boolean {
    const changes = pasted(name, text, values);
    if (changes) onChange(changes);
    return changes !== null;
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
            error={errors[name]}
            readOnly={isLocked}
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
      <NoteField
        value={values.note}
        error={errors.note}
        readOnly={isLocked}
        onChange={(note) => onChange({ note })}
        onLeave={() => onLeave("note")}
      />
      {row(TASK)}
      <ListPicker list={values.list} isLocked={isLocked} onChange={(list) => onChange({ list })} />
      {CONTACT.map(row)}
    </>
  );
};
