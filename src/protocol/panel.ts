/** How the panel is opened, and told that the user has opened the extension on a tab: that gives access to it. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";

const CHANNEL = "stardex-capture/panel";
const messageSchema = z.object({ tabId: z.number() });

/**
 * Opens the panel beside the tab. To be called within the user's gesture, before anything is awaited: the browser
 * takes it from nobody else.
 */
export async function openPanel(tabId: number): Promise<void> {
  // Firefox has a sidebar, which the polyfill knows; Chrome's panel it does not.
  const opened = "sidePanel" in chrome ? chrome.sidePanel.open({ tabId }) : browser.sidebarAction.open();
  tellPanel(tabId);
  await opened;
}

/** The user has called the extension on the tab. */
export function tellPanel(tabId: number): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ tabId });
  channel.close();
}

/** Calls back with each tab that the user calls the extension on. Returns how to stop. */
export function watchPanelCalls(callback: (tabId: number) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const message = messageSchema.safeParse(data);
    if (message.success) callback(message.data.tabId);
  };
  return () => channel.close();
}
