/** How the panel is opened, and told that the user has opened the extension on a tab: that gives access to it. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";

const CHANNEL = "stardex-capture/panel";
/** `isToRead`: the panel itself was meant; else it only may look where the tab is. */
const callSchema = z.object({ tabId: z.number(), isToRead: z.boolean() });
type PanelCall = z.infer<typeof callSchema>;

/** Firefox has a sidebar, which the polyfill knows; Chromium's panel it does not. */
export const isSidebar = () => !("sidePanel" in chrome);

/**
 * Opens the panel beside the tab. To be called within the user's gesture, before anything is awaited: the browser
 * takes it from nobody else.
 */
export async function openPanel(tabId: number): Promise<void> {
  const opened = isSidebar() ? browser.sidebarAction.open() : chrome.sidePanel.open({ tabId });
  tellPanel({ tabId, isToRead: true });
  await opened;
}

/** The user has called the extension on the tab. */
export function tellPanel(call: PanelCall): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(call);
  channel.close();
}

/** Calls back whenever the user calls the extension on a tab. Returns how to stop. */
export function watchPanelCalls(callback: (call: PanelCall) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const call = callSchema.safeParse(data);
    if (call.success) callback(call.data);
  };
  return () => channel.close();
}
