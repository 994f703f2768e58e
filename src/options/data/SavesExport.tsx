import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { readSavesPage } from "../../storage/saves.ts";
import { datedName, downloadBlob } from "./download.ts";
import { type SavesFileFormat, savesFile } from "./saves-file.ts";

const FORMATS: SavesFileFormat[] = ["csv", "json"];

/** All saves under this key, as a file. */
export function SavesExport({ workspace }: { workspace: string }) {
  const [news, setNews] = useState("");

  async function save(format: SavesFileFormat) {
    setNews("");
    try {
      downloadBlob(datedName("stardex-saves", format), await savesFile(format, savesByPage(workspace)));
    } catch {
      setNews(t("recent_failed"));
    }
  }

  return (
    <div class="setting row">
      <div>
        <h3>{t("data_saves")}</h3>
        <p class="hint-line">{t("data_saves_hint")}</p>
        <p class="hint-line error" role="status">
          {news}
        </p>
      </div>
      <div class="buttons">
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            aria-label={t("data_export_as", t(`data_${format}`))}
            onClick={() => void save(format)}
          >
            {t(`data_${format}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

async function* savesByPage(workspace: string): AsyncGenerator<SaveRecord[]> {
  let before: number | undefined;
  do {
    const { saves, next } = await readSavesPage({ workspace, limit: 200, ...(before && { before }) });
    yield saves;
    before = next ?? undefined;
  } while (before !== undefined);
}
