/** What the steps share: their props, title and buttons. */
import type { ComponentChildren, Ref } from "preact";
import { t } from "../i18n/words.ts";

export interface StepProps {
  heading: Ref<HTMLHeadingElement>;
  onNext: () => void;
  onBack: () => void;
}

export function StepTitle({
  heading,
  children,
}: Pick<StepProps, "heading"> & { children: ComponentChildren }) {
  return (
    <h2 id="step-title" ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

interface ButtonsProps {
  /** Absent on the first step. */
  onBack?: () => void;
  onNext: () => void;
  label: string;
  /** The step is done: going on is the thing to do now. */
  isDone: boolean;
}

export function StepButtons({ onBack, onNext, label, isDone }: ButtonsProps) {
  return (
    <div class="step-buttons">
      {onBack && (
        <button type="button" class="button" onClick={onBack}>
          {t("onboarding_back")}
        </button>
      )}
      <button type="button" class={`next ${isDone ? "button primary" : "link-button"}`} onClick={onNext}>
        {label}
      </button>
    </div>
  );
}
