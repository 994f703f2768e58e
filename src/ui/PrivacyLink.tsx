import browser from "webextension-polyfill";
import { t } from "../i18n/words.ts";
import { PRIVACY_PAGE } from "../protocol/pages.ts";

/** In a tab of its own: the popup would close, and what is typed on a page would be gone. */
export function PrivacyLink() {
  return (
    <a href={browser.runtime.getURL(PRIVACY_PAGE)} target="_blank" rel="noopener">
      {t("privacy_policy")}
    </a>
  );
}
