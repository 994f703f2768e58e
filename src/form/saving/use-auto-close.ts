import { useEffect, useState } from "preact/hooks";
import { defaultSettings, settings } from "../../settings/settings.ts";

/** Ms: long enough for a line to be read. */
const SHOWN_FOR = 1800;

/** Closes after a moment, where the settings say so and nothing needs reading, until the user turns to it. */
export function useAutoClose(mayClose: boolean, close: () => void) {
  const [isClosing, setClosing] = useState(false);

  useEffect(() => {
    if (!mayClose) return;
    let isCurrent = true;
    void settings
      .get()
      .catch(() => defaultSettings)
      .then(({ closeAfterSave }) => isCurrent && setClosing(closeAfterSave));
    return () => {
      isCurrent = false;
    };
  }, []);

  useEffect(() => {
    if (!isClosing) return;
    const timer = setTimeout(close, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isClosing]);

  return { isClosing, stay: () => setClosing(false) };
}
