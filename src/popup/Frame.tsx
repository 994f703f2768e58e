import type { ComponentChildren } from "preact";
import browser from "webextension-polyfill";
import { SettingsIcon, StarIcon } from "../ui/icons.tsx";
import { t } from "../ui/words.ts";

/** The bar on top, and what it stands above. */
export function Frame({ children }: { children?: ComponentChildren }) {
  return (
    <div class="frame">
      <header class="bar">
        <span class="star">
          <StarIcon />
        </span>
        <h1>{t("app_name")}</h1>
        <button
          type="button"
          class="icon-button"
          aria-label={t("settings")}
          title={t("settings")}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <SettingsIcon />
        </button>
      </header>
      <main class="content">{children}</main>
    </div>
  );
}
