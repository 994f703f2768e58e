import { useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import type { Problem } from "../model/problem.ts";
import type { Connection } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";
import { ConnectForm } from "../ui/ConnectForm.tsx";
import { LockIcon } from "../ui/icons.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";

interface Props {
  connection: Connection;
  onChange: (connection: Connection) => void;
}

/** The connection to Stardex: made, shown by the key's last four characters, replaced, removed. */
export function ConnectionCard({ connection, onChange }: Props) {
  const [isReplacing, setReplacing] = useState(false);
  const [news, setNews] = useState("");
  const [isGone, setGone] = useState(false);

  function connected(next: Connection) {
    onChange(next);
    setReplacing(false);
    setNews(t("connect_ok"));
  }

  async function remove() {
    try {
      onChange(await send("connection.remove", {}));
      setNews(t("options_removed"));
    } catch {
      setGone(true);
    }
  }

  function content() {
    if (isGone) return <p role="alert">{t("worker_gone_title")}</p>;
    if (connection.state === "not_connected") return <ConnectForm onConnected={connected} autofocus />;
    if (isReplacing)
      return <ConnectForm onConnected={connected} onCancel={() => setReplacing(false)} autofocus />;
    if (connection.organisationKey === "in_use") {
      return (
        <OrganisationKey connection={connection} onChecked={connected} onReplace={() => setReplacing(true)} />
      );
    }
    return (
      <>
        {connection.refused && (
          <p class="notice bad" role="alert">
            {t("connect_refused")}
          </p>
        )}
        <div class="row">
          <p>{t("connect_key_end", connection.keyEnd)}</p>
          <div class="buttons">
            <button type="button" class="button" onClick={() => setReplacing(true)}>
              {t("connect_replace")}
            </button>
            <button type="button" class="button" onClick={() => void remove()}>
              {t("connect_remove")}
            </button>
          </div>
        </div>
      </>
    );
  }

  return (
    <section id="connection" class="card connection" aria-labelledby="connection-title">
      <h2 id="connection-title" class="visually-hidden" tabIndex={-1}>
        {t("options_connection")}
      </h2>
      {connection.organisationKey === "unusable" && (
        <p class="notice bad" role="alert">
          {t("org_key_unusable")}
        </p>
      )}
      {content()}
      <p class="news" role="status">
        {news}
      </p>
    </section>
  );
}

interface OrganisationKeyProps {
  connection: Extract<Connection, { state: "connected" }>;
  onChecked: (connection: Connection) => void;
  onReplace: () => void;
}

function OrganisationKey({ connection, onChecked, onReplace }: OrganisationKeyProps) {
  const [problem, setProblem] = useState<Problem | null>(null);

  async function check() {
    setProblem(null);
    const answer = await send("connection.check", {}).catch(() => null);
    if (answer?.ok) onChecked(answer.connection);
    else setProblem(answer?.problem ?? null);
  }

  return (
    <>
      <div class="row">
        <div>
          <p>{t("connect_key_end", connection.keyEnd)}</p>
          <p class="mark org">
            <LockIcon size={12} /> {t("org_key")}
          </p>
        </div>
        <div class="buttons">
          {connection.refused && (
            <button type="button" class="button" onClick={() => void check()}>
              {t("org_key_check")}
            </button>
          )}
          {!connection.isLocked && (
            <button type="button" class="button" onClick={onReplace}>
              {t("org_key_own")}
            </button>
          )}
        </div>
      </div>
      {connection.refused && !problem && (
        <Notice tone="bad" role="alert" title={t("problem_unauthorised")}>
          {t("org_key_refused")}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
