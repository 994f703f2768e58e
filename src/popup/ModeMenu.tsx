import { useEffect, useState } from "preact/hooks";
import { effectivePreferences, type Preferences, preferences } from "../preferences.ts";
import { ChevronIcon } from "../ui/icons.tsx";
import { t } from "../ui/words.ts";

const MODES = [
  { mode: "form", words: "mode_form" },
  { mode: "save", words: "mode_save" },
] as const;

/** What a click on the toolbar button does, in the popup's own bar. Opening and closing it are the browser's. */
export function ModeMenu() {
  const [mode, setMode] = useState<Preferences["toolbarMode"] | null>(null);
  const [isLocked, setLocked] = useState(false);
  const [isFailed, setFailed] = useState(false);

  async function refresh() {
    const { values, locked } = await effectivePreferences();
    setMode(values.toolbarMode);
    setLocked(locked.has("toolbarMode"));
  }

  useEffect(() => void refresh(), []);

  async function choose(next: Preferences["toolbarMode"]) {
    setMode(next);
    try {
      await preferences.change({ toolbarMode: next });
      setFailed(false);
    } catch {
      setFailed(true);
      await refresh();
    }
  }

  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t("mode_menu")}
        title={t("mode_menu")}
        popovertarget="mode-menu"
      >
        <ChevronIcon />
      </button>
      <fieldset id="mode-menu" class="mode-menu" popover="auto" disabled={isLocked}>
        <legend>{t("mode_menu")}</legend>
        {MODES.map((one) => (
          <label key={one.mode}>
            <input
              type="radio"
              name="toolbar-mode"
              checked={mode === one.mode}
              onChange={() => void choose(one.mode)}
            />
            {t(one.words)}
          </label>
        ))}
        <p role="status">{t(isLocked ? "org_set" : isFailed ? "mode_failed" : "mode_note")}</p>
      </fieldset>
    </>
  );
}
