import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { exactTime } from "../../i18n/time.ts";
import { t } from "../../i18n/words.ts";
import { send } from "../../protocol/send.ts";
import type { BrokenSave } from "../../storage/database.ts";
import { readBrokenSaves, watchBrokenSaves } from "../../storage/saves.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { datedName, download } from "../data/download.ts";

/** Saves that could not be read: what is left of them is shown, and goes only at the user's word. */
export function BrokenSaves() {
  const broken = useBrokenSaves();
  const [hasFailed, setFailed] = useState(false);
  if (broken.length === 0) return null;
  return (
    <section class="card attention" aria-labelledby="broken-title">
      <h2 id="broken-title">{plural("broken_title", broken.length)}</h2>
      <p class="quiet">{t("broken_body")}</p>
      {hasFailed && (
        <p class="hint-line error" role="alert">
          {t("worker_gone_title")}
        </p>
      )}
      <ul class="saves">
        {broken.map(({ id, setAsideAt, raw }) => (
          <li key={id} class="broken">
            <p>{t("broken_from", exactTime(setAsideAt))}</p>
            <details>
              <summary>{t("broken_show")}</summary>
              <pre>{raw}</pre>
            </details>
            <div class="save-actions in-sight">
              <CopyButton look="link-button" text={raw} label={t("save_copy")} done={t("save_copied")} />
              <button
                type="button"
                class="link-button"
                onClick={() => download(datedName("stardex-save", "txt"), "text/plain", raw)}
              >
                {t("data_export")}
              </button>
              <AskFirst
                look="link-button"
                label={t("save_discard_short")}
                question={t("broken_ask")}
                onConfirm={() => void send("saves.discard_broken", { id }).catch(() => setFailed(true))}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Live; none until they are read, and none when the database cannot be read: the list says so. */
function useBrokenSaves(): BrokenSave[] {
  const [broken, setBroken] = useState<BrokenSave[]>([]);
  useEffect(() => {
    const read = () => void readBrokenSaves().then(setBroken, () => undefined);
    read();
    return watchBrokenSaves(read);
  }, []);
  return broken;
}
