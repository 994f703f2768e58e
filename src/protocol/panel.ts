/** How the panel is opened, and told that the user has opened the extension on a tab: that gives access to it. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";

const CHANNEL = "stardex-capture/panel";
/** `isToRead`: the panel itself was meant; else it only may look where the tab is. */
const callSchema = z.object({ tabId: z.number(), isToRead: z.boolean() });
type PanelCall = z.infer<typeof callSchema>;

/**
 * Opens the panel beside the tab. To be called within the user's gesture, before anything is awaited: the browser
 * takes it from nobody else.
 */
export async function openPanel(tabId: number): Promise<void> {
  // Firefox has a sidebar, which the polyfill knows; Chrome's panel it does not.
  const opened = "sidePanel" in chrome ? chrome.sidePanel.open({ tabId }) : browser.sidebarAction.open();
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
