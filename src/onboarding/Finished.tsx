import browser from "webextension-polyfill";
import { t } from "../i18n/words.ts";
import { CheckIcon, QuestionIcon } from "../ui/icons.tsx";
import { type StepProps, StepTitle } from "./step.tsx";

interface Props extends StepProps {
  isConnected: boolean;
  /** Null where the browser does not tell. */
  pinned: boolean | null;
  onConnect: () => void;
}

/** All steps are through; what was skipped is named. */
export function Finished({ heading, onBack, isConnected, pinned, onConnect }: Props) {
  return (
    <div class="finished">
      <span class={`symbol ${isConnected ? "good" : ""}`}>
        {isConnected ? <CheckIcon size={28} /> : <QuestionIcon size={28} />}
      </span>
      <StepTitle heading={heading}>
        {t(isConnected ? "onboarding_finished_title" : "onboarding_almost_title")}
      </StepTitle>
      <p class="quiet">{t(isConnected ? "onboarding_finished_body" : "onboarding_finished_no_key")}</p>
      {pinned === false && <p class="quiet">{t("onboarding_finished_not_pinned")}</p>}
      <div class="step-buttons">
        <button type="button" class="button" onClick={onBack}>
          {t("onboarding_back")}
        </button>
        <button type="button" class="button" onClick={() => void browser.runtime.openOptionsPage()}>
          {t("onboarding_open_settings")}
        </button>
        {isConnected ? (
          <a
            class="button primary"
            href="https://www.linkedin.com/"
            target="_blank"
            rel="noopener noreferrer"
          >
            {t("open_linkedin")}
          </a>
        ) : (
          <button type="button" class="button primary" onClick={onConnect}>
            {t("onboarding_connect")}
          </button>
        )}
      </div>
    </div>
  );
}
