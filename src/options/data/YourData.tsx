import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { type EffectiveSettings, settings } from "../../settings/settings.ts";
import { AskFirst } from "../AskFirst.tsx";
import { savesAsCsv, savesAsJson } from "../recent/saves-file.ts";
import type { StoredSaves } from "../recent/stored-saves.ts";
import { settingLabel } from "../settings/setting-label.ts";
import { dated, download } from "./download.ts";
import { forgetEverything } from "./forget.ts";
import { readSettingsFile, type SettingsFileProblem, settingsFile } from "./settings-file.ts";

interface Props {
  effective: EffectiveSettings;
  stored: StoredSaves;
  onForgotten: () => void;
}

type News = { words: string; isBad: boolean };

/** What can be taken along, and what can be left behind. */
export function YourData({ effective, stored, onForgotten }: Props) {
  const [news, setNews] = useState<News | null>(null);

  async function importSettings(file: File) {
    setNews(await importedNews(file, effective));
  }

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
    <section id="data" class="card" aria-labelledby="data-title">
      <h2 id="data-title" tabIndex={-1}>
        {t("data_title")}
      </h2>
      <div class="setting row">
        <div>
          <h3>{t("data_settings")}</h3>
          <p class="hint-line">{t("data_settings_hint")}</p>
        </div>
        <div class="buttons">
          <button
            type="button"
            class="button"
            onClick={() =>
              download(
                dated("stardex-settings", "json"),
                "application/json",
                settingsFile(effective.chosen, new Date()),
              )
            }
          >
            {t("data_export")}
          </button>
          <ImportButton isDisabled={effective.isUnreadable} onFile={(file) => void importSettings(file)} />
        </div>
      </div>
      {stored.saves.length > 0 && <SavesExport saves={stored.saves} />}
      <div class="setting">
        <h3>{t("data_forget")}</h3>
        <p class="hint-line">{t("data_forget_hint")}</p>
        <AskFirst label={t("data_forget")} question={t("data_forget_ask")} onConfirm={() => void forget()}>
          <Unsent stored={stored} />
        </AskFirst>
      </div>
      <p class={`news ${news?.isBad ? "bad" : ""}`} role="status">
        {news?.words}
      </p>
    </section>
  );
}

function SavesExport({ saves }: { saves: SaveRecord[] }) {
  const files = [
    {
      format: t("data_json"),
      save: () =>
        download(dated("stardex-saves", "json"), "application/json", savesAsJson(saves, new Date())),
    },
    {
      format: t("data_csv"),
      save: () => download(dated("stardex-saves", "csv"), "text/csv", savesAsCsv(saves)),
    },
  ];
  return (
    <div class="setting row">
      <div>
        <h3>{t("data_saves")}</h3>
        <p class="hint-line">{t("data_saves_hint")}</p>
      </div>
      <div class="buttons">
        {files.map(({ format, save }) => (
          <button
            key={format}
            type="button"
            class="button"
            aria-label={t("data_export_as", format)}
            onClick={save}
          >
            {format}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What would be lost for good, by name. */
function Unsent({ stored }: { stored: StoredSaves }) {
  const own = stored.saves.filter(({ state }) => state !== "saved").map(({ draft }) => draft.name);
  return own.length === 0 ? null : <p class="bad-words">{t("data_forget_unsent", own.join(", "))}</p>;
}

function ImportButton({ isDisabled, onFile }: { isDisabled: boolean; onFile: (file: File) => void }) {
  return (
    <label class="button file-button" aria-disabled={isDisabled}>
      <input
        type="file"
        class="visually-hidden"
        accept="application/json,.json"
        disabled={isDisabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file, mended, must be a change again.
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      {t("data_import")}
    </label>
  );
}

/** Some hundred bytes are expected; a film chosen by mistake is not read. */
const LARGEST = 100_000;

async function importedNews(file: File, { locked }: EffectiveSettings): Promise<News> {
  const read = readSettingsFile(file.size > LARGEST ? "" : await file.text());
  if ("problem" in read) return { words: problemWords(read.problem), isBad: true };
  try {
    await settings.change(read.choices);
  } catch {
    return { words: t("settings_failed"), isBad: true };
  }
  const isPartly = [...locked].some((name) => name in read.choices);
  return { words: t(isPartly ? "data_imported_locked" : "data_imported"), isBad: false };
}

function problemWords(problem: SettingsFileProblem): string {
  if (problem.kind !== "wrong_values") return t(`import_${problem.kind}`);
  return t("import_wrong_values", problem.names.map(settingLabel).join(", "));
}
