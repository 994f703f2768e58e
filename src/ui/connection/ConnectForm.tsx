import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import type { Problem } from "../../model/problem.ts";
import type { Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { stardexOrigin } from "../../settings/record-link.ts";
import { Notice } from "../Notice.tsx";
import { PrivacyLink } from "../PrivacyLink.tsx";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { useSettings } from "../use-settings.ts";
import "./connect-form.css";

interface Props {
  onConnected: (connection: Connection) => void;
  onCancel?: () => void;
  autofocus?: boolean;
}

/**
 * Takes an API key, has Stardex check it, and says what came of it. The key goes to the worker only. What is
 * read and where it goes stands beside the button: connecting is the user's consent.
 */
export function ConnectForm({ onConnected, onCancel, autofocus }: Props) {
  const [key, setKey] = useState("");
  const [isShown, setShown] = useState(false);
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<WordKey | null>(null);
  const [isSilent, setSilent] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const settings = useSettings();
  const stardex = settings && stardexOrigin(settings.values.recordLink);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    if (autofocus) input.current?.focus();
  }, [autofocus]);

  async function connect() {
    setProblem(null);
    setSilent(false);
    setError(key.trim() === "" ? "connect_key_blank" : null);
    if (key.trim() === "") return input.current?.focus();
    setChecking(true);
    try {
      const answer = await send("connection.connect", { key });
      if (answer.ok) onConnected(answer.connection);
      else if (answer.problem.kind === "invalid") rejectShape();
      else setProblem(answer.problem);
    } catch {
      setSilent(true);
    } finally {
      setChecking(false);
    }
  }

  /** The worker sends nothing to Stardex that cannot be a key. */
  function rejectShape() {
    setError("connect_key_shape");
    input.current?.focus();
  }

  return (
    <form
      class="connect-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!checking) void connect();
      }}
    >
      <div>
        <h2>{t("connect_title")}</h2>
        <p class="quiet">
          {t("connect_body")}{" "}
          {stardex && (
            <a href={stardex} target="_blank" rel="noopener noreferrer">
              {t("open_stardex")}
            </a>
          )}
        </p>
      </div>
      <div class="field">
        <div class="field-head">
          <label for={id}>{t("connect_key")}</label>
        </div>
        <div class="key-row">
          <input
            ref={input}
            id={id}
            class="control"
            {...keyType(isShown)}
            value={key}
            autoComplete="off"
            spellcheck={false}
            aria-invalid={error !== null}
            aria-describedby={error ? `${id}-hint` : undefined}
            onInput={(event) => {
              setKey(event.currentTarget.value);
              setError(null);
            }}
          />
          <button type="button" class="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {t("connect_key_show")}
          </button>
        </div>
        {error && (
          <p id={`${id}-hint`} class="hint error" role="alert">
            {t(error)}
          </p>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {isSilent && (
        <Notice tone="bad" role="alert" title={t("worker_silent_title")}>
          {t("worker_silent_connect")}
        </Notice>
      )}
      <p class="fine">
        {t("consent")} {t("connect_keeps")} <PrivacyLink />
      </p>
      <div class="buttons">
        <button type="submit" class="button primary" aria-disabled={checking}>
          {t(checking ? "connect_checking" : "connect_button")}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t("cancel")}
          </button>
        )}
      </div>
    </form>
  );
}

/** Preact's types do not take an input that changes its type. */
function keyType(isShown: boolean): { type: "password" } {
  return { type: isShown ? "text" : "password" } as { type: "password" };
}
