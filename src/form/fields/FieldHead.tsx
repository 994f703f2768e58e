import type { ComponentChildren } from "preact";
import { t } from "../../i18n/words.ts";
import { type CompanyWarning, EmployerNotice } from "../role/EmployerNotice.tsx";
import type { FormError } from "../values/form-errors.ts";

interface Props {
  /** Of the control. What is said of it is `ID-hint`. */
  id: string;
  label: string;
  /** The key that leads to the field, as the user reads it. */
  shortcut?: string;
  error?: FormError | undefined;
  /** How sure the page is of the value, in a word or two. */
  mark?: string | undefined;
  /** What to know of the mark; on screen only while the field is in use. */
  hint?: string | undefined;
  /** Why the field is empty. */
  missing?: string | undefined;
  /** Of the company in the field. */
  warning?: CompanyWarning | undefined;
  /** Set off by the field's own line: a tick, a button. */
  action?: ComponentChildren;
}

/** A field's label, and in the same line all that is said of it: no line comes or goes, so nothing moves. */
export function FieldHead({ id, label, shortcut, error, mark, hint, missing, warning, action }: Props) {
  return (
    <div class="field-head">
      <label for={id}>{label}</label>
      {shortcut && <span class="shortcut">{shortcut}</span>}
      {error ? (
        <p id={`${id}-hint`} class="field-says error" role="alert">
          {t(...error)}
        </p>
      ) : (
        <span class="head-end">
          {action}
          {warning ? (
            <EmployerNotice id={`${id}-hint`} warning={warning} />
          ) : (
            (mark || missing) && (
              <p id={`${id}-hint`} class="field-says">
                {hint && <span class="hint-words">{hint}</span>}
                {mark && <span class="mark guess">{mark}</span>}
                {missing}
              </p>
            )
          )}
        </span>
      )}
    </div>
  );
}
