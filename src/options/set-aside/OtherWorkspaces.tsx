import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Answer, Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { watchSaves } from "../../storage/saves.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";

type Others = Answer<"workspace.others">["workspaces"];

/**
 * Unsent saves made under another key: their number, not whose they are, since it may be another firm's. A
 * renewed key looks the same, so nothing is sent until the user has said that it is the same Stardex.
 */
export function OtherWorkspaces({ connection }: { connection: Connection }) {
  const others = useOthers(connection);
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
            {connection.state === "connected" && (
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

/** Live; none until they are known. */
function useOthers(connection: Connection): Others {
  const [others, setOthers] = useState<Others>([]);
  const workspace = connection.state === "connected" ? connection.workspace : null;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () =>
      void send("workspace.others", {}).then(
        ({ workspaces }) => setOthers(workspaces),
        () => undefined,
      );
    const stop = watchSaves(() => {
      clearTimeout(timer);
      timer = setTimeout(read, 250);
    });
    read();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [workspace]);
  return others;
}
