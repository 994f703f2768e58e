import { t } from "../i18n/words.ts";
import type { Connection } from "../protocol/messages.ts";
import { ConnectForm } from "../ui/connection/ConnectForm.tsx";
import { CheckIcon } from "../ui/icons.tsx";
import { PrivacyLink } from "../ui/PrivacyLink.tsx";
import { StepButtons, type StepProps, StepTitle } from "./step.tsx";

interface Props extends StepProps {
  connection: Connection;
  onConnected: (connection: Connection) => void;
}

/** Step 1: the key, unless the firm has set one, and what is read with whose leave. */
export function ConnectStep({ heading, onNext, connection, onConnected }: Props) {
  if (connection.state === "connected") {
    const isManaged = connection.organizationKey === "in_use";
    return (
      <>
        <StepTitle heading={heading}>{t("onboarding_connected_title")}</StepTitle>
        <p class="outcome good" role="status">
          <CheckIcon size={20} />
          <span>{isManaged ? t("onboarding_connected_org") : t("connect_key_end", connection.keyEnd)}</span>
        </p>
        <p class="quiet consent">
          {t("consent")} <PrivacyLink />
        </p>
        <StepButtons onNext={onNext} label={t(isManaged ? "consent_agree" : "onboarding_next")} isDone />
      </>
    );
  }
  return (
    <>
      <h2 id="step-title" ref={heading} tabIndex={-1} class="visually-hidden">
        {t("onboarding_connect")}
      </h2>
      <ConnectForm
        autofocus
        onConnected={(next) => {
          onConnected(next);
          onNext();
        }}
      />
      <StepButtons onNext={onNext} label={t("onboarding_skip")} isDone={false} />
    </>
  );
}
