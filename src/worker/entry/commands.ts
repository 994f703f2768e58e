/** The manifest's shortcuts. The one for the button itself is the browser's own. */
import type { Tabs } from "webextension-polyfill";

interface Ways {
  trigger: (tab: Tabs.Tab) => Promise<unknown>;
  openForm: (tabId: number) => Promise<unknown>;
  openPanel: (tabId: number) => Promise<unknown>;
}

type Command = (tab: Tabs.Tab & { id: number }, ways: Ways) => Promise<unknown>;

const COMMANDS: Record<string, Command> = {
  // At once: the browser opens the panel only within the gesture.
  "open-panel": ({ id }, { openPanel }) => openPanel(id),
  "save-profile": (tab, { trigger }) => trigger(tab),
  // Where a click on the button saves, the form needs a key of its own.
  "open-form": ({ id }, { openForm }) => openForm(id),
};

/** `tab`: the one in view, where there is one. */
export async function runCommand(command: string, tab: Tabs.Tab | undefined, ways: Ways): Promise<void> {
  if (tab?.id === undefined) return;
  await COMMANDS[command]?.({ ...tab, id: tab.id }, ways);
}
