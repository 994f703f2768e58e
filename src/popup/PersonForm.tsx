import { useEffect, useRef } from "preact/hooks";
import type { Role } from "../linkedin/reading.ts";
import { t, type WordKey } from "../ui/words.ts";
import { useFormFilledMark } from "./form-filled-mark.ts";
import { FIELDS, type FieldName, type InitialForm, toDraft } from "./form-values.ts";
import { JobPicker } from "./JobPicker.tsx";
import { useJobChoice } from "./job-choice.ts";
import { NameChoice } from "./NameChoice.tsx";
import { usePersonForm } from "./person-form-state.ts";
import { RolePicker } from "./RolePicker.tsx";
import { SavedScreen } from "./SavedScreen.tsx";
import { SaveNotice } from "./SaveNotice.tsx";
import { type SaveState, useSave } from "./save-state.ts";
import { TextField } from "./TextField.tsx";
import { type LayoutReport, UnrecognisedNotice } from "./UnrecognisedNotice.tsx";

interface Props {
  initial: InitialForm;
  /** Null until it is known under which key we are. */
  workspace: string | null;
  /** When the page was not recognised. */
  report?: LayoutReport;
}

export function PersonForm({ initial, workspace, report }: Props) {
  const { save, submit, follow, tryNow, discard } = useSave();
  const { job, recent, choose } = useJobChoice(workspace);
  const person = usePersonForm(initial, workspace, (record) => {
    follow(record);
    choose(record.draft.job ?? null);
  });
  const form = useRef<HTMLFormElement>(null);
  const isLocked = save.phase === "accepting" || save.phase === "underway";

  useEffect(() => focusOn("name"), []);
  useFormFilledMark();

  if (save.phase === "saved") return <SavedScreen name={person.values.name} record={save.record} />;

  function focusOn(name: FieldName) {
    form.current?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.focus();
  }

  async function onSubmit(event: Event) {
    event.preventDefault();
    if (isLocked) return;
    const { draft, errors } = toDraft(initial.linkedinUrl, person.values, job);
    person.setErrors(errors ?? {});
    if (draft) {
      if (await submit(draft)) person.forgetEdits();
      return;
    }
    const first = FIELDS.find(({ name }) => errors[name]);
    if (first) focusOn(first.name);
  }

  /** Ctrl or Cmd with Enter saves from anywhere in the form, buttons and lists included. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void onSubmit(event);
  }

  function pickRole(role: Role) {
    person.change({ currentJobTitle: role.title, companyName: role.companyName ?? "" });
  }

  /** A contact field that she empties stays where it is. */
  function isShown({ name, isContact }: (typeof FIELDS)[number]) {
    return !isContact || person.values[name] !== "" || person.edited.has(name);
  }

  /** What else the page offers for a field, beside its label. */
  function actionOf(name: FieldName) {
    if (name === "name" && initial.shownName !== null) {
      return (
        <NameChoice
          shown={initial.shownName}
          clean={initial.values.name}
          current={person.values.name}
          onChoose={(chosen) => person.change({ name: chosen })}
        />
      );
    }
    if (name === "currentJobTitle" && initial.roles.length > 1) {
      return <RolePicker roles={initial.roles} disabled={isLocked} onPick={pickRole} />;
    }
    return null;
  }

  return (
    <form
      class="form"
      ref={form}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={t("save")}
    >
      <div class="fields">
        {report && <UnrecognisedNotice report={report} />}
        {FIELDS.filter(isShown).map(({ name, label }) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            value={person.values[name]}
            standing={person.edited.has(name) ? "typed" : (initial.standing[name] ?? "typed")}
            error={person.errors[name]}
            readOnly={isLocked}
            onChange={(value) => person.change({ [name]: value })}
            action={actionOf(name)}
          />
        ))}
        <JobPicker job={job} recent={recent} isLocked={isLocked} onPick={choose} />
        <dl class="profile-link">
          <dt class="label">{t("field_url")}</dt>
          <dd title={initial.linkedinUrl}>{decodeURI(initial.linkedinUrl).replace("https://www.", "")}</dd>
        </dl>
        <p class="draft-line" role="status">
          {person.isRestored && !isLocked && (
            <>
              {t("draft_restored")}{" "}
              <button type="button" class="link-button" onClick={person.backToPage}>
                {t("draft_discard")}
              </button>
            </>
          )}
          {person.isDraftLost && t("draft_not_kept")}
        </p>
      </div>
      <div class="actions">
        <SaveNotice save={save} onTryNow={tryNow} onDiscard={discard} />
        <button type="submit" class="button primary" aria-disabled={isLocked}>
          {t(buttonWords(save))}
        </button>
      </div>
    </form>
  );
}

function buttonWords(save: SaveState): WordKey {
  if (save.phase === "needs_user") return "save_again";
  if (save.phase === "underway" && save.record?.problem) return "save_kept";
  return save.phase === "accepting" || save.phase === "underway" ? "saving" : "save";
}
