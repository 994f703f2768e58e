import { t } from "../../i18n/words.ts";
import type { CustomField } from "../../model/custom-field.ts";
import { send } from "../../protocol/send.ts";
import { defaultSettings } from "../../settings/settings.ts";
import { changeWorkspaceChoices } from "../../settings/workspace-choices.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { useWorkspaceChoices } from "../../ui/use-workspace-choices.ts";
import {
  type FieldInputs,
  type FieldProblem,
  fieldProblems,
  fieldsInForm,
  inputOf,
  withInput,
} from "./field-inputs.ts";
import { FirmField } from "./fields/FirmField.tsx";
import { PinField } from "./fields/PinField.tsx";
import { isSkipped, useAsked } from "./use-asked.ts";
import "./memory.css";

interface Props {
  workspace: string | null;
  /** The first job that is chosen: it can have fields of its own. */
  jobId: string | null;
  inputs: FieldInputs;
  isLocked: boolean;
  /** Errors are said once Save was tried. */
  isChecked: boolean;
  onChange: (inputs: FieldInputs) => void;
}

/** Tags, and the firm's own fields that the user or the firm pinned; asked for when More is opened. */
export function FirmFields(props: Props) {
  const { workspace, jobId, inputs, isLocked, onChange } = props;
  const { pinnedFields: pinnedByFirm, requiredFields: required } = useSettings()?.values ?? defaultSettings;
  const choices = useWorkspaceChoices(workspace);
  const asked = useAsked<{ fields: CustomField[] }>(`${workspace} ${jobId}`, () =>
    send("memory.fields", { jobId }),
  );
  if (asked.phase === "asking") return null;
  if (asked.phase === "failed") {
    const isNeeded = pinnedByFirm.length + required.length > 0;
    if (!isNeeded && !isSkipped(asked)) return null;
    return <p class="quiet">{t(isSkipped(asked) ? "fields_skipped" : "fields_failed")}</p>;
  }
  const { fields } = asked.found;
  const byUser = [...(choices.pinnedFields[""] ?? []), ...(choices.pinnedFields[jobId ?? ""] ?? [])];
  const inForm = fieldsInForm(fields, inputs, { byUser, byFirm: [...pinnedByFirm, ...required] });
  const others = fields.filter((field) => !inForm.includes(field));
  const problems = fieldProblems(inputs, fields, required);
  const isShown = ({ error }: FieldProblem) =>
    props.isChecked || (error !== "required" && error !== "not_picked");

  /** Remembered for the job it was pinned on; a field of all jobs, for all. */
  function setPinned(field: CustomField, isPinned: boolean) {
    if (workspace === null) return;
    const key = field.jobId ?? "";
    void changeWorkspaceChoices(workspace, (before) => {
      const kept = (before.pinnedFields[key] ?? []).filter((id) => id !== field.id);
      const pinned = isPinned ? [...kept, field.id] : kept;
      return { ...before, pinnedFields: { ...before.pinnedFields, [key]: pinned } };
    });
  }

  return (
    <>
      {inForm.map((field) => (
        <FirmField
          key={field.id}
          field={field}
          input={inputOf(field, inputs)}
          problem={problems.find((one) => one.fieldId === field.id && isShown(one))}
          isLocked={isLocked}
          isChecked={props.isChecked}
          onChange={(input) => onChange(withInput(inputs, field.id, input))}
          onUnpin={byUser.includes(field.id) && !isLocked ? () => setPinned(field, false) : undefined}
        />
      ))}
      {others.length > 0 && !isLocked && (
        <PinField fields={others} onPin={(field) => setPinned(field, true)} />
      )}
    </>
  );
}
