/** Every word a person reads comes from `_locales`, by a key the compiler knows. */
import browser from "webextension-polyfill";
import type english from "../../public/_locales/en/messages.json";

export type WordKey = keyof typeof english;

/** The words for `key` in the browser's language; `values` fill its placeholders in order. */
export function t(key: WordKey, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String));
}
