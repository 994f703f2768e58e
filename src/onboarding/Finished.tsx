import browser from "webextension-polyfill";
import { CheckIcon } from "../ui/icons.tsx";
import { t } from "../ui/words.ts";
import { type StepProps, StepTitle } from "./step.tsx";

/** All steps are through; a key that was skipped is asked for where it is needed. */
export function Finished({ heading, onBack, isConnected }: StepProps & { isConnected: boolean }) {
  return (
    <div class="finished">
      <span class={`symbol ${isConnected ? "good" : ""}`}>
        <CheckIcon size={28} />
      </span>
      <StepTitle heading={heading}>{t("onboarding_finished_title")}</StepTitle>
      <p class="quiet">{isConnected ? t("onboarding_finished_body") : t("onboarding_finished_no_key")}</p>
      <div class="step-buttons">
        <button type="button" class="button" onClick={onBack}>
          {t("onboarding_back")}
        </button>
        <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
          {t("onboarding_open_settings")}
        </button>
      </div>
    </div>
  );
}
