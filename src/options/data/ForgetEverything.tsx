import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { countSaves } from "../../storage/saves.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { forgetEverything } from "./forget.ts";

interface Props {
  connection: Connection;
  onForgotten: () => void;
}

/** Empties the browser of all that is ours, after saying what would be lost for good. */
export function ForgetEverything({ connection, onForgotten }: Props) {
  const [news, setNews] = useState<{ words: string; isBad: boolean } | null>(null);

  async function forget() {
    try {
      await forgetEverything();
      setNews({ words: t("data_forgotten"), isBad: false });
      onForgotten();
    } catch {
      setNews({ words: t("worker_gone_title"), isBad: true });
    }
  }

  return (
    <div class="setting">
      <div class="row">
        <p class="hint-line">{t("data_forget_hint")}</p>
        <AskFirst
          label={t("data_forget")}
          look="button danger"
          question={t("data_forget_ask")}
          onConfirm={() => void forget()}
        >
          <Unsent connection={connection} />
        </AskFirst>
      </div>
      <p class={`news ${news?.isBad ? "bad" : ""}`} role="status">
        {news?.words}
      </p>
    </div>
  );
}

/** How many saves are in no Stardex yet, of every key. */
function Unsent({ connection }: { connection: Connection }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void countUnsent(connection).then(setCount, () => undefined);
  }, []);
  return count === 0 ? null : <p class="bad-words">{plural("data_forget_unsent", count)}</p>;
}

async function countUnsent(connection: Connection): Promise<number> {
  const own =
    connection.state === "connected"
      ? await countSaves(connection.workspace, ["waiting", "sending", "needs_you", "in_doubt"])
      : 0;
  const { workspaces } = await send("workspace.others", {});
  return workspaces.reduce((sum, { count }) => sum + count, own);
}
