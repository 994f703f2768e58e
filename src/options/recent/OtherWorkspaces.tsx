import { useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Answer } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { AskFirst } from "../AskFirst.tsx";

interface Props {
  others: Answer<"workspace.others">["workspaces"];
  isConnected: boolean;
}

/**
 * Unsent saves made under another key. A renewed key looks like another firm's, so nothing goes out
 * until the user has said that it is the same Stardex.
 */
export function OtherWorkspaces({ others, isConnected }: Props) {
  const [hasFailed, setFailed] = useState(false);

  const decide = (type: "workspace.adopt" | "workspace.discard", workspace: string) =>
    void send(type, { workspace }).then(
      ({ ok }) => setFailed(!ok),
      () => setFailed(true),
    );

  return (
    <>
      {others.map(({ workspace, count }) => (
        <section class="card attention" key={workspace} aria-labelledby={`others-${workspace}`}>
          <h2 id={`others-${workspace}`}>{plural("others_title", count)}</h2>
          <p class="quiet">
            {t("others_body")} {t("others_keep_hint")}
          </p>
          {hasFailed && (
            <p class="hint-line error" role="alert">
              {t("save_not_possible")}
            </p>
          )}
          <div class="buttons">
            {isConnected && (
              <button type="button" class="button" onClick={() => decide("workspace.adopt", workspace)}>
                {t("others_send")}
              </button>
            )}
            <AskFirst
              label={t("others_discard")}
              question={t("others_ask")}
              onConfirm={() => decide("workspace.discard", workspace)}
            />
          </div>
        </section>
      ))}
    </>
  );
}
