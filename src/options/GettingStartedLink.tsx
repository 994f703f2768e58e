import browser from "webextension-polyfill";
import { ONBOARDING_PAGE } from "../onboarding-page.ts";
import { t } from "../ui/words.ts";

/** To the three steps after installation. */
export function GettingStartedLink() {
  return <a href={browser.runtime.getURL(ONBOARDING_PAGE)}>{t("onboarding_again")}</a>;
}
