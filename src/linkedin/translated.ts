/** Whether a translator has put its words in the place of LinkedIn's. */
import { has } from "./dom.ts";

/**
 * Marks that translators leave (2024 to 2026): Chrome, Edge and Google's own widget; Edge's hashes; Firefox; Yandex; Immersive Translate, in
 * the text's place or below it. The `font` is that of most of them, Papago too, and of a page that is still being translated: LinkedIn has
 * none of its own (0 of 27 captures).
 */
const MARKS =
  "html.translated-ltr,html.translated-rtl,main font,[_msttexthash],[_msthash],[data-moz-translations-id],ya-tr-span,html[imt-state=translation],html[imt-state=dual]";

export function isTranslated(document: Document): boolean {
  return has(document, MARKS);
}
