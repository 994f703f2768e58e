/** The frame in which the new shell shows classic pages. */
import { one } from "../dom.ts";

/** While its inline style hides it (11 of 11 native pages) or it fades, it is not yet the page, or no longer. */
const VISIBLE_FRAME =
  "iframe[data-testid=interop-iframe][style*=opacity]:not([style*='opacity: 0'],[style*='opacity:0'])";

export function visibleInteropFrame(document: Document): HTMLIFrameElement | null {
  return one(document, VISIBLE_FRAME) as HTMLIFrameElement | null;
}
