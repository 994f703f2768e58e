import type { VNode } from "preact";
import { t } from "../../i18n/words.ts";
import { StatusScreen } from "../StatusScreen.tsx";
import { ConnectForm } from "./ConnectForm.tsx";
import type { useConnection } from "./use-connection.ts";

/** What stands in the place of the form, in popup and panel, while the worker is gone or there is no key; else null. */
export function connectFirst({
  connection,
  setConnection,
  isGone,
}: ReturnType<typeof useConnection>): VNode | null {
  if (isGone)
    return <StatusScreen symbol="wait" title={t("worker_gone_title")} body={t("worker_gone_body")} />;
  if (connection?.state !== "not_connected") return null;
  return (
    <div class="connect-pane">
      <ConnectForm onConnected={setConnection} autofocus />
    </div>
  );
}
