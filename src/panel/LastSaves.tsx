import { useEffect, useState } from "preact/hooks";
import { placeWords, stateWords } from "../i18n/save-words.ts";
import { t } from "../i18n/words.ts";
import type { SaveRecord } from "../model/save.ts";
import { send } from "../protocol/send.ts";
import { readSavesPage, watchSaves } from "../storage/saves.ts";

const SHOWN = 4;

/** What became of the last saves, with undo where nothing has been sent yet. */
export function LastSaves({ workspace }: { workspace: string }) {
  const saves = useLastSaves(workspace);
  if (saves.length === 0) return null;
  return (
    <section class="last-saves" aria-label={t("recent_title")} data-region>
      <ul>
        {saves.map((save) => (
          <li key={save.id} data-state={save.state}>
            <span
              class="last-name"
              dir="auto"
              title={[save.draft.name, placeWords(save).join(" · ")].join(" ")}
            >
              <strong>{save.draft.name}</strong> {placeWords(save).join(" · ")}
            </span>
            <span class="last-state">{stateWords(save)}</span>
            {canUndo(save) && (
              <button
                type="button"
                class="link-button"
                onClick={() => void send("save.undo", { id: save.id }).catch(() => undefined)}
              >
                {t("undo")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function canUndo({ state, steps }: SaveRecord): boolean {
  return state === "waiting" && steps.every(({ kind, done }) => kind === "check" || !done);
}

function useLastSaves(workspace: string): SaveRecord[] {
  const [saves, setSaves] = useState<SaveRecord[]>([]);
  useEffect(() => {
    let isStopped = false;
    const read = () => {
      readSavesPage({ workspace, limit: SHOWN }).then(
        (page) => !isStopped && setSaves(page.saves),
        (error: unknown) => console.warn("The last saves could not be read", error),
      );
    };
    const stop = watchSaves(read);
    read();
    return () => {
      isStopped = true;
      stop();
    };
  }, [workspace]);
  return saves;
}
