/** The script for a link that was right-clicked: one function on the isolated world's `globalThis`, as injected.ts. */
import { linkName } from "../linkedin/link-name.ts";

declare global {
  /** The one name this page shows for the link, or null. */
  var stardexCaptureLinkName: (url: string) => string | null;
}

globalThis.stardexCaptureLinkName = (url) => linkName(document, url);
