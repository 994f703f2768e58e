/** Keys that work from anywhere in the form. */
import { useLayoutEffect } from "preact/hooks";

interface Keys {
  /** Ctrl or Cmd with Enter: notes, buttons and lists included. */
  onSave: (event: KeyboardEvent) => void;
  /** Alt+J. */
  onJob: () => void;
}

/** On the document: a click beside the fields takes the focus out of the form. */
export function useFormKeys({ onSave, onJob }: Keys): void {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave(event);
    // By its place: with Option a Mac types another letter.
    else if (event.code === "KeyJ" && event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onJob();
    }
  }

  // At once: the keys must not meet what stood in the form before the last one.
  useLayoutEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}
