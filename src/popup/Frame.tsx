import type { ComponentChildren } from "preact";
import browser from "webextension-polyfill";
import { t } from "../i18n/words.ts";
import { OPTIONS_PAGE } from "../protocol/pages.ts";
import { HistoryIcon, SettingsIcon, StarIcon } from "../ui/icons.tsx";

interface Props {
  /** Whose form it is; null: nobody's. */
  personName?: string | null;
  /** Loaded after the first frame; its place is there before. */
  menu?: ComponentChildren;
  children?: ComponentChildren;
}

/** The bar on top, and what it stands above. */
export function Frame({ personName, menu, children }: Props) {
  return (
    <div class="frame">
      <header class="bar" data-region>
        <span class="star">
          <StarIcon />
        </span>
        <h1 dir="auto" title={personName ?? ""}>
          {personName || t("app_name")}
        </h1>
        {menu ?? <span class="icon-button" />}
        <button type="button" class="icon-button" aria-label={t("recent")} onClick={() => void openRecent()}>
          <HistoryIcon />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t("settings")}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <SettingsIcon />
        </button>
      </header>
      <main class="content">{children}</main>
    </div>
  );
}

async function openRecent(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`${OPTIONS_PAGE}#recent`) });
  window.close();
}
