/** The extension's shortcuts, as the browser has them set. */
import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";

/** The names of the commands in the manifest. */
const COMMANDS = {
  button: "_execute_action",
  form: "open-form",
  save: "save-profile",
  panel: "open-panel",
} as const;

/** Keys as the browser spells them; "" when none are set. */
export type Shortcuts = Record<keyof typeof COMMANDS, string>;

/** Null until the browser has told. */
export function useShortcuts(): Shortcuts | null {
  const [shortcuts, setShortcuts] = useState<Shortcuts | null>(null);
  useEffect(() => {
    const read = () => void readShortcuts().then(setShortcuts);
    read();
    // The user may have been away to set them.
    addEventListener("focus", read);
    return () => removeEventListener("focus", read);
  }, []);
  return shortcuts;
}

async function readShortcuts(): Promise<Shortcuts> {
  const commands = await browser.commands.getAll();
  const keysOf = (command: string) => commands.find(({ name }) => name === command)?.shortcut ?? "";
  return {
    button: keysOf(COMMANDS.button),
    form: keysOf(COMMANDS.form),
    save: keysOf(COMMANDS.save),
    panel: keysOf(COMMANDS.panel),
  };
}

/** Where the browser lets the user set shortcuts; Firefox opens that place by a call of its own. */
export function openShortcutSettings(): void {
  const commands: { openShortcutSettings?: () => Promise<void> } = browser.commands;
  void (commands.openShortcutSettings?.() ?? browser.tabs.create({ url: "chrome://extensions/shortcuts" }));
}
