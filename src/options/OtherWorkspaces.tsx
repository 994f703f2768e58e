import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../messages.ts";
import { send } from "../send-message.ts";
import { t } from "../ui/words.ts";

type Others = Answer<"workspace.others">["workspaces"];

/**
 * Unsent saves made under another key. A renewed key looks like another firm's, so nothing goes out
 * until the user has said that it is the same Stardex.
 */
export function OtherWorkspaces({ connected }: { connected: boolean }) {
  const [others, setOthers] = useState<Others>([]);
  const [asked, setAsked] = useState<string | null>(null);

  async function refresh() {
    setOthers((await send("workspace.others", {})).workspaces);
    setAsked(null);
  }

  // A worker that is gone is already told by the connection's card, right above.
  useEffect(() => void refresh().catch(() => undefined), [connected]);

  async function decide(type: "workspace.adopt" | "workspace.discard", workspace: string) {
    await send(type, { workspace });
    await refresh();
  }

  return (
    <>
      {others.map(({ workspace, count, names }) => (
        <section class="card" key={workspace}>
          <h2>{t("others_title", count)}</h2>
          <p>{names.join(", ")}</p>
          <p class="quiet">{t("others_body")}</p>
          <div class="buttons">
            {connected && (
              <button type="button" class="button" onClick={() => void decide("workspace.adopt", workspace)}>
                {t("others_send")}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() =>
                asked === workspace ? void decide("workspace.discard", workspace) : setAsked(workspace)
              }
            >
              {t(asked === workspace ? "others_discard_sure" : "others_discard")}
            </button>
          </div>
        </section>
      ))}
    </>
  );
}
