import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { placeBeside } from "./place-beside.ts";
import { noteOf } from "./suggestion-words.ts";
import { type Found, type OptionGroup, useSuggestions } from "./suggestions.ts";
import "./combobox.css";

interface Props<T> {
  /** Of the box, for its label. */
  id: string;
  name: string;
  /** Names the list. */
  label: string;
  text: string;
  placeholder?: string;
  isLocked: boolean;
  hasError: boolean;
  /** Ids of what describes the box. */
  describedBy?: string | undefined;
  /** For screen readers, as `aria-keyshortcuts` takes it. */
  shortcut?: string;
  known?: OptionGroup<T>[];
  search: (words: string) => Promise<Found<T>>;
  keyOf: (option: T) => string;
  draw: (option: T, words: string) => ComponentChildren;
  /** False for one that is taken only when the user moves to it. */
  isPreselected?: (option: T) => boolean;
  onText: (text: string) => void;
  onPick: (option: T) => void;
  /** A key in the empty box, before the box acts on it; true when it was taken. */
  onEmptyKey?: (event: KeyboardEvent) => boolean;
  onBlur?: () => void;
  /** Shift with Enter on an option; `keysHint` says so below the list. */
  onShiftEnter?: (option: T) => void;
  keysHint?: string;
}

/**
 * An editable combobox with a list (WAI-ARIA APG): the box keeps the focus, the list follows by id. What is
 * highlighted for words that were typed is taken by Enter, and by whatever leaves the box; words without an answer yet
 * are remembered until it comes.
 */
export function Combobox<T>(props: Props<T>) {
  const { id, text, known = [], keyOf, isLocked, isPreselected = () => true } = props;
  const [isOpen, setOpen] = useState(false);
  /** Null until the user moves: the first one that may be. */
  const [moved, setMoved] = useState<number | null>(null);
  /** Enter or Tab came before the answer. */
  const [takesAnswer, setTakesAnswer] = useState(false);
  const isTyped = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { groups, isSearching, found } = useSuggestions(text, isOpen || takesAnswer, known, props.search);
  const options = groups.flatMap((group) => group.options);
  const first = options.findIndex(isPreselected);
  const active = moved === null ? first : Math.min(moved, options.length - 1);
  // The list of the words before must not be picked from by the Enter that was meant for these.
  const activeOption = isOpen && !isSearching ? options[active] : undefined;
  const idOf = (option: T) => `${id}-${keyOf(option)}`;
  const activeId = activeOption && idOf(activeOption);

  useLayoutEffect(() => {
    if (isOpen && box.current && list.current) placeBeside(box.current, list.current);
  });
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView?.({ block: "nearest" });
  }, [activeId]);

  useEffect(() => {
    if (!takesAnswer || isSearching) return;
    setTakesAnswer(false);
    const answer = options[first];
    if (answer) pick(answer);
  }, [takesAnswer, isSearching]);

  function open() {
    if (!isLocked) setOpen(true);
  }

  function close() {
    setOpen(false);
    setMoved(null);
  }

  function pick(option: T) {
    isTyped.current = false;
    props.onPick(option);
    close();
  }

  function move(step: number) {
    if (!isOpen) return open();
    if (options.length === 0) return;
    const from = active === -1 && step < 0 ? 0 : active;
    setMoved((options.length + from + step) % options.length);
  }

  /** What is typed or moved to is meant; a list that was only opened is not. */
  function takeHighlighted() {
    const isMeant = (isTyped.current && text.trim() !== "") || moved !== null;
    if (isMeant && activeOption) pick(activeOption);
    else if (isMeant && isOpen && isSearching) setTakesAnswer(true);
  }

  function onEnter(event: KeyboardEvent) {
    if (activeOption && event.shiftKey) props.onShiftEnter?.(activeOption);
    else if (activeOption) pick(activeOption);
    else if (isSearching) setTakesAnswer(true);
    else close();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || isLocked) return;
    if (text === "" && props.onEmptyKey?.(event)) return stop(event);
    const withControl = event.ctrlKey || event.metaKey;
    // It goes on to the form, which saves with it.
    if (withControl && event.key === "Enter") return takeHighlighted();
    if (withControl || event.altKey) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && isOpen) onEnter(event);
    // Esc closes the list first; without a list it closes the popup, as everywhere.
    else if (event.key === "Escape" && isOpen) close();
    else return;
    stop(event);
  }

  return (
    <>
      <input
        ref={box}
        id={id}
        name={props.name}
        class="control"
        dir="auto"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-invalid={props.hasError}
        // What is typed waits for its answer, to be taken.
        aria-busy={takesAnswer}
        aria-describedby={props.describedBy}
        aria-keyshortcuts={props.shortcut}
        autoComplete="off"
        spellcheck={false}
        readOnly={isLocked}
        placeholder={props.placeholder}
        value={text}
        onClick={open}
        onFocus={() => props.hasError && open()}
        onInput={(event) => {
          isTyped.current = true;
          props.onText(event.currentTarget.value);
          setMoved(null);
          setTakesAnswer(false);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          takeHighlighted();
          close();
          props.onBlur?.();
        }}
      />
      <div ref={list} class="offer" hidden={!isOpen}>
        <div
          id={`${id}-list`}
          class="offer-list"
          role="listbox"
          tabIndex={-1}
          aria-label={props.label}
          // The box keeps the focus, so the click arrives before the list closes.
          onMouseDown={(event) => event.preventDefault()}
        >
          {groups.map(({ heading, options: inGroup }) => (
            // biome-ignore lint/a11y/useSemanticElements: options are grouped by role, no fieldset can hold them
            <div key={heading} role="group" aria-label={heading ?? props.label}>
              {heading !== null && <div class="offer-heading">{heading}</div>}
              {inGroup.map((option) => (
                <div
                  key={keyOf(option)}
                  id={idOf(option)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option === activeOption}
                  class="option"
                  onClick={() => pick(option)}
                  onKeyDown={() => undefined}
                >
                  {props.draw(option, text.trim())}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p class="offer-note" role="status">
          {isOpen && noteOf(isSearching, found)}
        </p>
        {props.keysHint !== undefined && options.length > 0 && (
          <p class="offer-keys" aria-hidden="true">
            {props.keysHint}
          </p>
        )}
      </div>
    </>
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
