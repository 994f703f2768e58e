import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";

/** The keys that open the form, as the browser spells them; "" when none are set, null until known. */
export function useShortcut(): string | null {
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => {
    const look = async () => {
      const commands = await browser.commands.getAll();
      setKeys(commands.find(({ name }) => name === "_execute_action")?.shortcut ?? "");
    };
    void look();
    // She may have been away to set them.
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  return keys;
}

/** Whether the form was opened while this page is in front: the shortcut, or the button, works. */
export function useFormOpened(): boolean {
  const [isOpened, setOpened] = useState(false);
  useEffect(() => {
    // The form takes the focus from this page.
    const look = async () => (await isFormOpen()) && setOpened(true);
    addEventListener("blur", look);
    return () => removeEventListener("blur", look);
  }, []);
  return isOpened;
}

interface TellsContexts {
  getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>;
}

/** Not every browser tells: then nothing is said of it. */
async function isFormOpen(): Promise<boolean> {
  const runtime: object = browser.runtime;
  return tellsContexts(runtime) && (await runtime.getContexts({ contextTypes: ["POPUP"] })).length > 0;
}

function tellsContexts(runtime: object): runtime is TellsContexts {
  return "getContexts" in runtime && typeof runtime.getContexts === "function";
}

/** Where the browser lets its user set shortcuts; Firefox opens that place by a call of its own. */
export function openShortcutSettings(): void {
  const commands: { openShortcutSettings?: () => Promise<void> } = browser.commands;
  void (commands.openShortcutSettings?.() ?? browser.tabs.create({ url: "chrome://extensions/shortcuts" }));
}
