import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { ConnectForm } from "../../ui/connection/ConnectForm.tsx";
import { ConnectionState } from "./ConnectionState.tsx";
import { OrganizationKey } from "./OrganizationKey.tsx";

interface Props {
  connection: Connection;
  onChange: (connection: Connection) => void;
}

/** The connection to Stardex: its state in words, made, replaced, removed. */
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
    if (connection.state === "not_connected") return <ConnectForm onConnected={connected} />;
    if (isReplacing)
      return <ConnectForm onConnected={connected} onCancel={() => setReplacing(false)} autofocus />;
    if (connection.organizationKey === "in_use")
      return (
        <OrganizationKey connection={connection} onChecked={connected} onReplace={() => setReplacing(true)} />
      );
    return (
      <>
        {connection.refused && (
          <p class="notice bad" role="alert">
            {t("connect_refused")}
          </p>
        )}
        <div class="buttons">
          <button type="button" class="button" onClick={() => setReplacing(true)}>
            {t("connect_replace")}
          </button>
          <AskFirst
            label={t("connect_remove")}
            question={t("connect_remove_ask")}
            onConfirm={() => void remove()}
          />
        </div>
      </>
    );
  }

  return (
    <section id="connection" class="card connection" aria-labelledby="connection-title">
      <h2 id="connection-title" tabIndex={-1}>
        {t("options_connection")}
      </h2>
      <ConnectionState connection={connection} />
      {connection.organizationKey === "unusable" && (
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
