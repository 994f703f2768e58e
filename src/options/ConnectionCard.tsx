import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../messages.ts";
import { send } from "../send-message.ts";
import { ConnectForm } from "../ui/ConnectForm.tsx";
import { t } from "../ui/words.ts";

interface Props {
  connection: Connection | null;
  onChange: (connection: Connection) => void;
}

/** The connection to Stardex: made, shown by the key's last four characters, replaced, removed. */
export function ConnectionCard({ connection, onChange }: Props) {
  const [replacing, setReplacing] = useState(false);
  const [news, setNews] = useState("");
  const [gone, setGone] = useState(false);

  useEffect(() => {
    send("connection.get", {}).then(onChange, () => setGone(true));
  }, [onChange]);

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
    if (gone) return <p role="alert">{t("worker_gone_title")}</p>;
    if (connection === null) return null;
    if (connection.state === "not_connected") return <ConnectForm onConnected={connected} autofocus />;
    if (replacing)
      return <ConnectForm onConnected={connected} onCancel={() => setReplacing(false)} autofocus />;
    return (
      <>
        {connection.refused && (
          <p class="notice bad" role="alert">
            {t("connect_refused")}
          </p>
        )}
        <div class="row">
          <p>{t("connect_stored", connection.keyEnd)}</p>
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
    <section class="card connection">
      <h2 class="visually-hidden">{t("options_connection")}</h2>
      {content()}
      <p class="news" role="status">
        {news}
      </p>
    </section>
  );
}
