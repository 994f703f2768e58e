import { useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { type Settings, settings } from "../settings/settings.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { BoltIcon } from "../ui/icons.tsx";
import { useSettings } from "../ui/use-settings.ts";

const MODES = [
  { mode: "form", words: "mode_form" },
  { mode: "save", words: "mode_save" },
] as const;

/** What a click on the toolbar button does, in the popup's own bar. Opening and closing it are the browser's. */
export function ModeMenu() {
  const effective = useSettings();
  /** Shown before it is stored. */
  const [chosen, setChosen] = useState<Settings["toolbarMode"] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const mode = chosen ?? effective?.values.toolbarMode;
  const isLocked = effective?.locked.has("toolbarMode") ?? false;

  async function choose(next: Settings["toolbarMode"]) {
    setChosen(next);
    try {
      await settings.change({ toolbarMode: next });
      setFailed(false);
    } catch {
      setChosen(null);
      setFailed(true);
    }
  }

  return (
    <>
      <IconButton label={t("mode_menu")} popovertarget="mode-menu">
        <BoltIcon />
      </IconButton>
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
