/** A later reading of the same page, in a form that is open. */
import { type FormValues, MAIN_NAMES } from "../values/form-values.ts";
import { type InitialForm, nameParts } from "../values/initial-form.ts";
import { type FormState, isNameTyped, isUnsure } from "./form-state.ts";

/** Only what is empty or a guess, and untouched: a sure value of an open form does not change by itself. */
export function readAgain(state: FormState, initial: InitialForm): FormState {
  if (initial.linkedinUrl !== state.initial.linkedinUrl) return state;
  const filled = MAIN_NAMES.filter((name) => {
    const isOpen = isUnsure(state, name) && !state.edited.has(name);
    return isOpen && initial.values[name] !== "" && initial.values[name] !== state.values[name];
  });
  const taken = Object.fromEntries(filled.map((name) => [name, initial.values[name]]));
  const names = filled.includes("name") && !isNameTyped(state) ? nameParts(initial.values.name) : {};
  return {
    ...state,
    // A value that was sure and has gone from the page stays what it was.
    initial: keepSure(state.initial, initial),
    values: { ...state.values, ...taken, ...names, ...firstContacts(state, initial) },
    justFilled: new Set(filled),
  };
}

/** E-mails and numbers come with the first reading alone: behind "More", nobody would see them arrive later. */
function firstContacts({ initial: before, edited }: FormState, { values }: InitialForm): Partial<FormValues> {
  if (before.standing.name !== "not_loaded") return {};
  const names = CONTACT_NAMES.filter((name) => !edited.has(name));
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

const CONTACT_NAMES = ["emails", "workPhone", "mobilePhone", "phoneNumbers"] as const;

function keepSure(before: InitialForm, now: InitialForm): InitialForm {
  const sure = MAIN_NAMES.filter((name) => before.standing[name] === "sure");
  return {
    ...now,
    values: { ...now.values, ...Object.fromEntries(sure.map((name) => [name, before.values[name]])) },
    standing: { ...now.standing, ...Object.fromEntries(sure.map((name) => [name, "sure"])) },
  };
}
