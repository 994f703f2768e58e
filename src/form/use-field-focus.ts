/** Where the focus goes: to the first field that wants something, and to the one that is to be mended. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type FormKey, type FormValues, isCandidate, MAIN_NAMES } from "./values/form-values.ts";

export function useFieldFocus(form: RefObject<HTMLFormElement | null>, values: FormValues) {
  /** The field to go to once it is there: those behind "More" are not at first. */
  const wanted = useRef<FormKey | null>(firstEmpty(values));

  useLayoutEffect(() => {
    const control = wanted.current && form.current?.querySelector<HTMLElement>(selectorOf(wanted.current));
    if (!control) return;
    control.focus();
    // A long value is known by its start; the caret stays at its end.
    control.scrollLeft = 0;
    wanted.current = null;
  });

  return (key: FormKey) => {
    wanted.current = key;
  };
}

/** The firm's own fields stand under one key, and are named by themselves. */
function selectorOf(key: FormKey): string {
  return key === "fields" ? ".firm-field :is([aria-invalid=true], :invalid)" : `[name=${key}]`;
}

function firstEmpty(values: FormValues): FormKey {
  return MAIN_NAMES.find((name) => values[name] === "") ?? (isCandidate(values) ? "jobs" : "name");
}
