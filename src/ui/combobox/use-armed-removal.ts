/** Backspace in the empty box: the first marks the last choice, the second takes it out, Ctrl+Z puts it back. */
import { useState } from "preact/hooks";

interface Choices {
  /** The id of the last one; null without any. */
  last: string | null;
  remove: (id: string) => void;
  /** Puts the one that was taken out last back; null when there is none. */
  restore: (() => void) | null;
}

export function useArmedRemoval({ last, remove, restore }: Choices) {
  const [armed, setArmed] = useState<string | null>(null);

  function onDelete() {
    if (last === null) return;
    if (armed !== last) return setArmed(last);
    setArmed(null);
    remove(last);
  }

  /** True when the key was for the choices. */
  function onKey(event: KeyboardEvent): boolean {
    if (event.key === "Backspace" || event.key === "Delete") {
      // A key held down to empty the box must not go on with the choices.
      if (!event.repeat) onDelete();
      return last !== null;
    }
    if (["Control", "Meta", "Shift", "Alt"].includes(event.key)) return false;
    if (armed !== null) setArmed(null);
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && restore) {
      restore();
      return true;
    }
    return event.key === "Escape" && armed !== null;
  }

  return { armed, onKey, disarm: () => setArmed(null) };
}
