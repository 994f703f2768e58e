import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { problemTitle } from "../i18n/problem-words.ts";
import { t } from "../i18n/words.ts";
import { type Found, type OptionGroup, useOffer } from "./offer.ts";
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
  known?: OptionGroup<T>[];
  search: (words: string) => Promise<Found<T>>;
  keyOf: (option: T) => string;
  draw: (option: T) => ComponentChildren;
  onText: (text: string) => void;
  onPick: (option: T) => void;
  /** The list is closed, by a pick, Esc or leaving. */
  onClose?: () => void;
  /** Backspace or Delete in the empty box. */
  onEmptyDelete?: () => void;
  /** Shift with Enter on an option; `keysHint` says so below the list. */
  onShiftEnter?: (option: T) => void;
  keysHint?: string;
}

/** An editable combobox with a list (WAI-ARIA APG): the box keeps the focus, the list follows by id. */
export function Combobox<T>(props: Props<T>) {
  const { id, text, known = [], keyOf, isLocked } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { groups, isSearching, found } = useOffer(text, isOpen, known, props.search);
  const options = groups.flatMap((group) => group.options);
  // The list of the words before must not be picked from by the Enter that was meant for these.
  const activeOption = isOpen && !isSearching ? options[Math.min(active, options.length - 1)] : undefined;
  const idOf = (option: T) => `${id}-${keyOf(option)}`;
  const activeId = activeOption && idOf(activeOption);

  useLayoutEffect(() => {
    if (isOpen && box.current && list.current) placeBeside(box.current, list.current);
  });
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function open() {
    if (!isLocked) setOpen(true);
  }

  function close() {
    setOpen(false);
    setActive(0);
    props.onClose?.();
  }

  function pick(option: T) {
    props.onPick(option);
    close();
  }

  function move(step: number) {
    if (!isOpen) return open();
    if (options.length > 0)
      setActive((options.length + Math.min(active, options.length - 1) + step) % options.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.isComposing || isLocked) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && isOpen) {
      if (activeOption && event.shiftKey) props.onShiftEnter?.(activeOption);
      else if (activeOption) pick(activeOption);
      else if (!isSearching) close();
    }
    // Esc closes the list first; without a list it closes the popup, as everywhere.
    else if (event.key === "Escape" && isOpen) close();
    else if ((event.key === "Backspace" || event.key === "Delete") && text === "" && props.onEmptyDelete)
      props.onEmptyDelete();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <input
        ref={box}
        id={id}
        name={props.name}
        class="control"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-invalid={props.hasError}
        aria-describedby={props.describedBy}
        autoComplete="off"
        spellcheck={false}
        readOnly={isLocked}
        placeholder={props.placeholder}
        value={text}
        title={text}
        onClick={open}
        onInput={(event) => {
          props.onText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => isOpen && close()}
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
                  {props.draw(option)}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p class="offer-note" role="status">
          {isOpen && offerNote(isSearching, found)}
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

function offerNote<T>(isSearching: boolean, found: Found<T> | null): string {
  if (isSearching) return t("suggestions_searching");
  if (!found) return "";
  return found.problem ? t("suggestions_failed", problemTitle(found.problem)) : (found.note ?? "");
}

/** Room kept between the list and the window's edge, px. */
const MARGIN = 8;
const HIGHEST = 260;

/** On the side with more room, over everything: the fields around the box scroll and would cut it off. */
function placeBeside(box: HTMLElement, list: HTMLElement): void {
  const { top, bottom, left, width } = box.getBoundingClientRect();
  const above = top - MARGIN;
  const below = window.innerHeight - bottom - MARGIN;
  const isAbove = above > below;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.top = isAbove ? "auto" : `${bottom + 4}px`;
  list.style.bottom = isAbove ? `${window.innerHeight - top + 4}px` : "auto";
  list.style.maxHeight = `${Math.min(HIGHEST, (isAbove ? above : below) - 4)}px`;
}
