import { t } from "../../i18n/words.ts";
import { openShortcutSettings, useShortcuts } from "../../ui/shortcuts.ts";

/** The keys as they are set; the browser has the page that changes them. */
export function ShortcutsCard() {
  const shortcuts = useShortcuts();
  const rows = [
    { words: t("mode_menu"), keys: shortcuts?.button },
    { words: t("menu_open_form"), keys: shortcuts?.form },
    { words: t("command_save"), keys: shortcuts?.save },
    { words: t("menu_panel"), keys: shortcuts?.panel },
  ];
  return (
    <section id="shortcuts" class="card" aria-labelledby="shortcuts-title">
      <div class="row">
        <h2 id="shortcuts-title" tabIndex={-1}>
          {t("shortcuts_title")}
        </h2>
        <button type="button" class="button" onClick={openShortcutSettings}>
          {t("shortcuts_change")}
        </button>
      </div>
      <dl class="shortcuts">
        {rows.map(({ words, keys }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : keys === "" && t("shortcuts_none")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
