import { useEffect, useRef, useState } from "preact/hooks";
import { defaultSettings, settings } from "../../settings/settings.ts";

/** Ms: long enough for a line to be read. */
const SHOWN_FOR = 1800;

/** Closes after a moment, where the settings say so and nothing needs reading, until the user turns to it. */
export function useAutoClose(mayClose: boolean, close: () => void) {
  const [isClosing, setClosing] = useState(false);
  /** The user can be faster than the settings. */
  const isStaying = useRef(false);

  useEffect(() => {
    if (!mayClose) return;
    let isCurrent = true;
    void settings
      .get()
      .catch(() => defaultSettings)
      .then(({ closeAfterSave }) => isCurrent && setClosing(closeAfterSave && !isStaying.current));
    return () => {
      isCurrent = false;
    };
  }, []);

  useEffect(() => {
    if (!isClosing) return;
    const timer = setTimeout(close, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isClosing]);

  function stay() {
    isStaying.current = true;
    setClosing(false);
  }

  return { isClosing, stay };
}
