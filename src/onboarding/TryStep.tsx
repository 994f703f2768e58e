import { t } from "../i18n/words.ts";
import { CheckIcon } from "../ui/icons.tsx";
import { openShortcutSettings, useFormOpened, useShortcut } from "./shortcut.ts";
import { StepButtons, type StepProps, StepTitle } from "./step.tsx";

/** Step 3: how a person is saved, with the shortcut that is really set. */
export function TryStep({ heading, onNext, onBack }: StepProps) {
  const keys = useShortcut();
  const isOpened = useFormOpened();
  if (keys === null) return null;
  return (
    <>
      <StepTitle heading={heading}>{t("onboarding_try_title")}</StepTitle>
      <ol class="steps">
        <li>{t("onboarding_try_1")}</li>
        <li>{keys ? t("onboarding_try_keys", keys) : t("onboarding_try_button")}</li>
        <li>{t("onboarding_try_3")}</li>
      </ol>
      {keys ? (
        <p class={`outcome ${isOpened ? "good" : ""}`} role="status">
          {isOpened && <CheckIcon size={20} />}
          {isOpened ? t("onboarding_try_works") : t("onboarding_try_now", keys)}
        </p>
      ) : (
        <p class="outcome">
          {t("onboarding_no_keys")}
          <button type="button" class="link-button" onClick={openShortcutSettings}>
            {t("onboarding_set_keys")}
          </button>
        </p>
      )}
      <StepButtons onBack={onBack} onNext={onNext} label={t("onboarding_finish")} isDone />
    </>
  );
}
