import type { ComponentChildren } from "preact";
import { t } from "../../i18n/words.ts";
import type { FormError } from "../form-values.ts";
import { type CompanyWarning, EmployerNotice } from "./EmployerNotice.tsx";

interface Props {
  /** Of the control. What is said of it is `ID-hint`. */
  id: string;
  label: string;
  error?: FormError | undefined;
  mark?: string | false;
  hint?: string | undefined;
  /** Of the company in the field. */
  warning?: CompanyWarning | undefined;
  action?: ComponentChildren;
}

/** A field's label, and in the same line all that is said of it: no line comes or goes, so nothing moves. */
export function FieldHead({ id, label, error, mark, hint, warning, action }: Props) {
  return (
    <div class="field-head">
      <label for={id}>{label}</label>
      {error ? (
        <p id={`${id}-hint`} class="field-says error" role="alert">
          {t(...error)}
        </p>
      ) : (
        <>
          {action}
          {mark && <span class="mark guess">{mark}</span>}
          {warning && <EmployerNotice id={`${id}-hint`} warning={warning} />}
          {hint && !warning && (
            <p id={`${id}-hint`} class="field-says" title={hint}>
              {hint}
            </p>
          )}
        </>
      )}
    </div>
  );
}
