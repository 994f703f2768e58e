import { t } from "../../i18n/words.ts";
import type { Connection } from "../../protocol/messages.ts";

/** "● Connected · key ends in …", by color and in words. */
export function ConnectionState({ connection }: { connection: Connection }) {
  const { tone, words } = stateOf(connection);
  return (
    <p class={`connection-state ${tone}`}>
      <span class="dot" aria-hidden="true" />
      {words}
    </p>
  );
}

function stateOf(connection: Connection): { tone: "good" | "bad" | "off"; words: string } {
  if (connection.state === "not_connected") return { tone: "off", words: t("connect_none") };
  if (connection.refused) return { tone: "bad", words: t("connect_key_refused", connection.keyEnd) };
  return { tone: "good", words: t("connect_key_end", connection.keyEnd) };
}
