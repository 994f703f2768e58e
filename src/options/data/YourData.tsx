import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Connection } from "../../protocol/messages.ts";
import { type EffectiveSettings, settings } from "../../settings/settings.ts";
import { settingLabel } from "../settings/setting-label.ts";
import { datedName, download } from "./download.ts";
import { ForgetEverything } from "./ForgetEverything.tsx";
import { SavesExport } from "./SavesExport.tsx";
import { readSettingsFile, type SettingsFileProblem, settingsFile } from "./settings-file.ts";

interface Props {
  effective: EffectiveSettings;
  connection: Connection;
  onForgotten: () => void;
}

/** What can be taken along, and what can be left behind. */
export function YourData({ effective, connection, onForgotten }: Props) {
  return (
    <section id="data" class="card" aria-labelledby="data-title">
      <h2 id="data-title" tabIndex={-1}>
        {t("data_title")}
      </h2>
      <SettingsAsFile effective={effective} />
      {connection.state === "connected" && <SavesExport workspace={connection.workspace} />}
      <ForgetEverything connection={connection} onForgotten={onForgotten} />
    </section>
  );
}

type News = { words: string; isBad: boolean };

function SettingsAsFile({ effective }: { effective: EffectiveSettings }) {
  const [news, setNews] = useState<News | null>(null);

  function exportChosen() {
    setNews(null);
    download(
      datedName("stardex-settings", "json"),
      "application/json",
      settingsFile(effective.chosen, new Date()),
    );
  }

  return (
    <div class="setting row">
      <div>
        <h3>{t("data_settings")}</h3>
        <p class="hint-line">{t("data_settings_hint")}</p>
        <p class={`news ${news?.isBad ? "bad" : ""}`} role="status">
          {news?.words}
        </p>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={exportChosen}>
          {t("data_export")}
        </button>
        <ImportButton
          isDisabled={effective.isUnreadable}
          onFile={(file) => void importSettings(file, effective).then(setNews)}
        />
      </div>
    </div>
  );
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
          // The same file, corrected, must be a change again.
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

async function importSettings(file: File, { locked }: EffectiveSettings): Promise<News> {
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
