import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { problemTitle } from "../../i18n/problem-words.ts";
import { t } from "../../i18n/words.ts";
import type { Connection } from "../../protocol/messages.ts";
import { Notice } from "../../ui/Notice.tsx";
import { sendAllNow } from "./send-all.ts";
import type { QueueState } from "./use-saves.ts";

interface Props {
  connection: Connection;
  queue: QueueState;
  workspace: string;
}

/** Why saves wait, once for all of them, and the way to send them now. Nothing while all goes well. */
export function QueueNotice({ connection, queue, workspace }: Props) {
  const isOnline = useOnline();
  const [isSending, setSending] = useState(false);
  const isRefused = connection.state === "connected" && connection.refused;
  if (queue.waiting === 0 || (queue.problem === null && isOnline && !isRefused)) return null;

  async function sendAll() {
    setSending(true);
    await sendAllNow(workspace);
    setSending(false);
  }

  const reason = !isOnline
    ? t("recent_offline")
    : isRefused
      ? t("problem_unauthorized")
      : queue.problem && problemTitle(queue.problem);
  return (
    <Notice tone="warn" role="status" title={`${reason} · ${plural("recent_waiting", queue.waiting)}`}>
      {t(isRefused ? "waiting_for_key" : "recent_sent_later")}
      <div class="notice-buttons">
        {isRefused ? (
          <a class="button" href="#connection">
            {t("connect_replace")}
          </a>
        ) : (
          <button type="button" class="button" aria-disabled={isSending} onClick={() => void sendAll()}>
            {t("recent_send_all")}
          </button>
        )}
      </div>
    </Notice>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const read = () => setOnline(navigator.onLine);
    addEventListener("online", read);
    addEventListener("offline", read);
    return () => {
      removeEventListener("online", read);
      removeEventListener("offline", read);
    };
  }, []);
  return isOnline;
}
