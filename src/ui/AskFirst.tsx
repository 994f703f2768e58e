import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import "./ask-first.css";

interface Props {
  /** On the button, and on the one that does it for good. */
  label: string;
  /** For a screen reader, when several buttons have the same label. */
  name?: string;
  question: string;
  look?: "button" | "button danger" | "link-button";
  onConfirm: () => void;
  /** More about what would be lost. */
  children?: ComponentChildren;
}

/** A button for what cannot be undone: asks in place, with the harmless answer in focus. Esc keeps. */
export function AskFirst({ label, name, question, look = "button", onConfirm, children }: Props) {
  const [isAsked, setAsked] = useState(false);
  const [wasKept, setKept] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keeper = useRef<HTMLButtonElement>(null);
  const id = useId();

  // With the question, not a frame after it: until then Esc would go nowhere.
  useLayoutEffect(() => {
    if (isAsked) keeper.current?.focus();
    else if (wasKept) opener.current?.focus();
  }, [isAsked, wasKept]);

  function keep() {
    setAsked(false);
    setKept(true);
  }

  if (!isAsked) {
    return (
      <button ref={opener} type="button" class={look} aria-label={name} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  return (
    <div
      class="ask"
      role="alertdialog"
      aria-labelledby={id}
      onKeyDown={(event) => event.key === "Escape" && keep()}
    >
      <p id={id}>{question}</p>
      {children}
      <div class="buttons">
        <button
          type="button"
          class="button danger"
          onClick={() => {
            setAsked(false);
            // Where the focus goes now is the asker's matter.
            setKept(false);
            onConfirm();
          }}
        >
          {label}
        </button>
        <button ref={keeper} type="button" class="button" onClick={keep}>
          {t("save_keep")}
        </button>
      </div>
    </div>
  );
}
