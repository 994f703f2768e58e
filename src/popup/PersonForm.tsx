import { useEffect, useRef, useState } from "preact/hooks";
import { CopyButton } from "../ui/CopyButton.tsx";
import { t } from "../ui/words.ts";
import { FIELDS, type FieldName, type FormErrors, type InitialForm, toDraft } from "./form-values.ts";
import { NameChoice } from "./NameChoice.tsx";
import { RolePicker } from "./RolePicker.tsx";
import { SavedScreen } from "./SavedScreen.tsx";
import { SaveNotice } from "./SaveNotice.tsx";
import { useSave } from "./save-state.ts";
import { TextField } from "./TextField.tsx";

interface Props {
  initial: InitialForm;
  /** Layout marks without personal data, when the page was not recognised. */
  report?: Record<string, string | number | boolean>;
}

export function PersonForm({ initial, report }: Props) {
  const [values, setValues] = useState(initial.values);
  const [edited, setEdited] = useState<ReadonlySet<FieldName>>(new Set());
  const [errors, setErrors] = useState<FormErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const { save, submit, tryNow } = useSave();

  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>("input[name=name]")?.focus();
  }, []);

  if (save.phase === "saved") return <SavedScreen name={values.name} record={save.record} />;

  const locked = save.phase === "accepting" || save.phase === "underway";

  function change(name: FieldName, value: string) {
    setValues((before) => ({ ...before, [name]: value }));
    setEdited((before) => new Set(before).add(name));
    setErrors((before) => {
      const { [name]: _mended, ...rest } = before;
      return rest;
    });
  }

  function onSubmit(event: Event) {
    event.preventDefault();
    if (locked) return;
    const result = toDraft(initial.linkedinUrl, values);
    setErrors(result.errors ?? {});
    if (result.draft) return submit(result.draft);
    const first = FIELDS.find(({ name }) => result.errors[name]);
    form.current?.querySelector<HTMLInputElement>(`input[name=${first?.name}]`)?.focus();
  }

  /** Ctrl or Cmd with Enter saves from anywhere in the form, buttons and lists included. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit(event);
  }

  return (
    <form class="form" ref={form} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <div class="fields">
        {report && (
          <div class="notice warn" role="status">
            <strong>{t("unrecognised_title")}</strong>
            {t("unrecognised_body")}
            <div>
              <CopyButton
                text={JSON.stringify(report, null, 2)}
                label={t("copy_report")}
                done={t("copy_report_done")}
              />{" "}
              <span class="mark">{t("copy_report_hint")}</span>
            </div>
          </div>
        )}
        {FIELDS.map(({ name, label }) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            value={values[name]}
            standing={edited.has(name) ? "typed" : initial.standing[name]}
            error={errors[name]}
            readOnly={locked}
            onChange={(value) => change(name, value)}
            action={
              name === "name" && initial.shownName !== null ? (
                <NameChoice
                  shown={initial.shownName}
                  clean={initial.values.name}
                  current={values.name}
                  onChoose={(value) => change("name", value)}
                />
              ) : undefined
            }
          />
        ))}
        <RolePicker
          roles={initial.roles}
          disabled={locked}
          onPick={(role) => {
            change("currentJobTitle", role.title);
            if (role.companyName !== null) change("companyName", role.companyName);
          }}
        />
        <dl class="profile-link">
          <dt class="label">{t("field_url")}</dt>
          <dd title={initial.linkedinUrl}>{initial.linkedinUrl.replace("https://www.", "")}</dd>
        </dl>
      </div>
      <div class="actions">
        <SaveNotice save={save} onTryNow={tryNow} />
        <button type="submit" class="button primary" aria-disabled={locked}>
          {t(locked ? "saving" : save.phase === "needs_user" ? "save_again" : "save")}
        </button>
      </div>
    </form>
  );
}
