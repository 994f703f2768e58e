import { useEffect, useRef, useState } from "preact/hooks";
import type { WordKey } from "../../i18n/words.ts";

/** `not_allowed`: the browser was not given the permission that it needs. */
export type StoreResult = "saved" | "not_allowed" | "failed";
export type Store<T> = (value: T) => Promise<StoreResult>;

/** What became of the last change, to be shown at its control. */
export type Note = { words: WordKey; isBad: boolean } | null;

const NOTES: Record<StoreResult, NonNullable<Note>> = {
  saved: { words: "settings_saved", isBad: false },
  not_allowed: { words: "setting_not_allowed", isBad: true },
  failed: { words: "settings_failed", isBad: true },
};

/** Ms for which a success is said; a failure stays until the next change. */
const NOTE_TIME = 4000;

/**
 * What a control shows: at once what was chosen, and again what is stored when that could not be stored.
 * `forget` takes the note away, as when the user begins to type.
 */
export function useStored<T>(value: T, store: Store<T>) {
  const [chosen, setChosen] = useState<{ value: T } | null>(null);
  const [note, setNote] = useState<Note>(null);
  /** An earlier choice that arrives while a later one is on its way must not take that back. */
  const underway = useRef(0);

  useEffect(() => {
    if (underway.current === 0) setChosen(null);
  }, [value]);

  useEffect(() => {
    if (note === null || note.isBad) return;
    const timer = setTimeout(() => setNote(null), NOTE_TIME);
    return () => clearTimeout(timer);
  }, [note]);

  async function choose(next: T): Promise<void> {
    underway.current += 1;
    setChosen({ value: next });
    setNote(null);
    const result = await store(next);
    underway.current -= 1;
    if (result !== "saved") setChosen(null);
    setNote({ ...NOTES[result] });
  }

  return { shown: chosen ? chosen.value : value, choose, note, forget: () => setNote(null) };
}
