import type { ComponentChildren } from "preact";
import browser from "webextension-polyfill";
import { t } from "../i18n/words.ts";
import { OPTIONS_PAGE } from "../protocol/pages.ts";
import { IconButton } from "../ui/IconButton.tsx";
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
        <h1 dir="auto">
          <span title={personName ?? ""}>{personName || t("app_name")}</span>
        </h1>
        {menu ?? <span class="icon-button" />}
        <IconButton label={t("recent")} onClick={() => void openRecent()}>
          <HistoryIcon />
        </IconButton>
        <IconButton label={t("settings")} onClick={() => void browser.runtime.openOptionsPage()}>
          <SettingsIcon />
        </IconButton>
      </header>
      <main class="content">{children}</main>
    </div>
  );
}

async function openRecent(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`${OPTIONS_PAGE}#recent`) });
  window.close();
}
