import type { Runtime } from "webextension-polyfill";

/**
 * Whether a message comes from one of our own pages. `origin` is our address, e.g.
 * `chrome-extension://ID/`. There are no content scripts: a sender with any other URL, even with our
 * id (a script injected into LinkedIn has it), is refused.
 */
export function isOwnPage(sender: Runtime.MessageSender, id: string, origin: string): boolean {
  const tabUrl = sender.tab?.url;
  return (
    sender.id === id &&
    sender.url?.startsWith(origin) === true &&
    (tabUrl === undefined || tabUrl.startsWith(origin))
  );
}
