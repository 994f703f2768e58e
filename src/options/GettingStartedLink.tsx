import browser from "webextension-polyfill";
import { t } from "../i18n/words.ts";
import { ONBOARDING_PAGE } from "../protocol/pages.ts";

/** To the three steps after installation. */
export function GettingStartedLink() {
  return <a href={browser.runtime.getURL(ONBOARDING_PAGE)}>{t("onboarding_again")}</a>;
}
