import { t } from "../i18n/words.ts";
import { CheckIcon } from "../ui/icons.tsx";
import { StepButtons, type StepProps, StepTitle } from "./step.tsx";
import { ToolbarPicture } from "./ToolbarPicture.tsx";

/** Step 2: the button in the toolbar; noticed by itself where the browser tells. */
export function PinStep({ heading, onNext, onBack, pinned }: StepProps & { pinned: boolean | null }) {
  return (
    <>
      <StepTitle heading={heading}>{t("onboarding_pin_title")}</StepTitle>
      <div class="pin">
        <ol class="steps">
          <li>{t("onboarding_pin_1")}</li>
          <li>{t("onboarding_pin_2")}</li>
        </ol>
        <ToolbarPicture />
      </div>
      <p class={`outcome ${pinned ? "good" : ""}`} role="status">
        {pinned && <CheckIcon size={20} />}
        {pinned !== null && t(pinned ? "onboarding_pinned" : "onboarding_not_pinned")}
      </p>
      <StepButtons
        onBack={onBack}
        onNext={onNext}
        label={t(pinned === false ? "onboarding_skip" : "onboarding_next")}
        isDone={pinned !== false}
      />
    </>
  );
}
