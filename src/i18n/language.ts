/** The language of the words on the screen. */
import browser from "webextension-polyfill";
import { t } from "./words.ts";

/**
 * As a BCP 47 tag: for the pages' `lang` and for `Intl`. The browser's own, with its region, where its
 * words are ours too; else that of the words Chrome fell back to.
 */
export function language(): string {
  const words = t("language");
  const ofBrowser = browser.i18n.getUILanguage();
  return baseOf(ofBrowser) === baseOf(words) ? ofBrowser : words;
}

function baseOf(tag: string): string {
  return tag.split(/[-_]/, 1)[0] ?? tag;
}
