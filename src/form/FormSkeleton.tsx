import { t, type WordKey } from "../i18n/words.ts";
import { personRoles } from "../model/save.ts";
import type { FormPart } from "../settings/settings-schema.ts";
import { MAIN_FIELDS } from "./values/form-values.ts";
import "./match/match-panel.css";
import "./person-form.css";

/** The form before it is filled: same labels, same places, so that nothing moves when the reading comes. */
export function FormSkeleton({ words, hidden }: { words: string; hidden: readonly FormPart[] }) {
  return (
    <div class="form person-form skeleton">
      <p class="visually-hidden" role="status">
        {words}
      </p>
      <div class="fields" aria-hidden="true">
        <div class="match-head">
          <div class="match-line">
            <span class="match-dot" />
          </div>
        </div>
        {MAIN_FIELDS.map(({ name, label }) => (
          <Place key={name} label={label} />
        ))}
        <Place label="field_job" />
        <p class="no-job" />
        {!hidden.includes("role") && (
          <div class="role-switch">
            {personRoles.map((role) => (
              <span key={role} class="segment">
                <span>{t(`role_${role}`)}</span>
              </span>
            ))}
          </div>
        )}
        <p class="skeleton-words">{words}</p>
      </div>
      <div class="actions">
        <button type="button" class="button primary" disabled>
          {t("save")}
        </button>
      </div>
    </div>
  );
}

function Place({ label }: { label: WordKey }) {
  return (
    <div class="field">
      <div class="field-head">
        <span class="label">{t(label)}</span>
      </div>
      <div class="control" />
    </div>
  );
}
