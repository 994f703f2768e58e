/** What a combobox suggests while the user types: what is known at once, then Stardex' answer to a pause. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";

/** A pause in typing, ms: at most one search each. */
const PAUSE = 250;

export interface OptionGroup<T> {
  /** Null: the only group, which needs no name. */
  heading: string | null;
  options: T[];
}

/** An answer to the words; never a rejection. */
export interface Found<T> {
  options: T[];
  problem: Problem | null;
  /** Said below the options. */
  note?: string;
}

interface Suggestions<T> {
  groups: OptionGroup<T>[];
  isSearching: boolean;
  /** Null while nothing was asked. */
  found: Found<T> | null;
}

/**
 * `known` stands for an empty text and costs no call; without any, Stardex is asked for the empty text
 * too. While a search runs the list before it stays; an answer to older words is dropped.
 */
export function useSuggestions<T>(
  text: string,
  isOpen: boolean,
  known: OptionGroup<T>[],
  search: (words: string) => Promise<Found<T>>,
): Suggestions<T> {
  const [last, setLast] = useState<{ words: string; found: Found<T> } | null>(null);
  const latestSearch = useRef(search);
  latestSearch.current = search;
  const words = text.trim();
  const asks = isOpen && (words !== "" || known.length === 0);

  useEffect(() => {
    if (!asks) return setLast(null);
    let isCurrent = true;
    // Nothing was typed yet: there is no pause to wait for.
    const timer = setTimeout(
      () => {
        void latestSearch.current(words).then((found) => {
          if (isCurrent) setLast({ words, found });
        });
      },
      words === "" ? 0 : PAUSE,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words, asks]);

  if (!asks || !last) return { groups: known, isSearching: asks, found: null };
  // Told from the words, not kept: a key can come before any effect runs.
  const isSearching = last.words !== words;
  return { groups: [{ heading: null, options: last.found.options }], isSearching, found: last.found };
}
