import { t } from "../i18n/words.ts";
import { openShortcutSettings, useShortcuts } from "../ui/shortcuts.ts";
import { StepButtons, type StepProps, StepTitle } from "./step.tsx";

/**
 * Step 3: how a person is saved, with the shortcuts that are really set. Nothing is to be pressed on this
 * page: the form would say that it is no profile.
 */
export function TryStep({ heading, onNext, onBack }: StepProps) {
  const shortcuts = useShortcuts();
  return (
    <>
      <StepTitle heading={heading}>{t("onboarding_try_title")}</StepTitle>
      <ol class="steps">
        <li>{t("onboarding_try_1")}</li>
        <li>{shortcuts?.button ? t("onboarding_try_keys", shortcuts.button) : t("onboarding_try_button")}</li>
        <li>{t("onboarding_try_3")}</li>
      </ol>
      {shortcuts && (
        <div class="tip">
          {shortcuts.save && <p>{t("onboarding_try_save_keys", shortcuts.save)}</p>}
          <p class="quiet">
            {shortcuts.button && shortcuts.save ? "" : `${t("onboarding_no_keys")} `}
            <button type="button" class="link-button" onClick={openShortcutSettings}>
              {t(shortcuts.button && shortcuts.save ? "shortcuts_change" : "onboarding_set_keys")}
            </button>
          </p>
        </div>
      )}
      <StepButtons onBack={onBack} onNext={onNext} label={t("onboarding_finish")} isDone />
    </>
  );
}
