import { t } from "../ui/words.ts";
import { FIELDS } from "./form-values.ts";

/** The form before it is filled: same labels, same places, so that nothing moves when the reading comes. */
export function FormSkeleton({ words }: { words: string }) {
  return (
    <div class="form skeleton">
      <p class="visually-hidden" role="status">
        {words}
      </p>
      <div class="fields" aria-hidden="true">
        {[
          ...FIELDS.filter(({ isContact }) => !isContact).map(({ label }) => label),
          "field_job" as const,
        ].map((label) => (
          <div class="field" key={label}>
            <div class="field-head">
              <span class="label">{t(label)}</span>
            </div>
            <div class="control" />
          </div>
        ))}
        <dl class="profile-link">
          <dt class="label">{t("field_url")}</dt>
          <dd> </dd>
        </dl>
      </div>
      <div class="actions">
        <button type="button" class="button primary" disabled>
          {t("save")}
        </button>
      </div>
    </div>
  );
}
