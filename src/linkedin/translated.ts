/** Whether a translator has put its words in the place of LinkedIn's. */
import { has } from "./dom.ts";

/**
 * Marks that translators leave (2024 to 2026): Chrome, Edge and Google's own widget; pages that Chrome translates while they load; Edge's
 * hashes; Firefox; Yandex; Papago. LinkedIn has no `font` of its own (0 of 27 captures).
 */
const MARKS =
  "html.translated-ltr,html.translated-rtl,main font[style*=vertical-align],[_msttexthash],[_msthash],[data-moz-translations-id],ya-tr-span,main font.papago-parent,html[imt-state=translation]";

export function isTranslated(document: Document): boolean {
  return has(document, MARKS);
}
