/** What was kept of this profile, in its form again: edits that no save holds, and a save that is not through. */
import { type SaveDraft, type SaveRecord, shownDraft } from "../../model/save.ts";
import { ownFields } from "../memory/field-inputs.ts";
import { formOfDraft } from "../values/form-draft.ts";
import type { FormKey, FormValues } from "../values/form-values.ts";
import type { InitialForm } from "../values/initial-form.ts";
import { type FormAction, type FormState, type KeptEdits, typed, withNameParts } from "./form-state.ts";

/** What was typed meanwhile wins over what was typed before. */
export function recallEdits(state: FormState, kept: KeptEdits): FormState {
  const names = Object.keys(kept.values) as FormKey[];
  const { fields } = kept.values;
  return withNameParts({
    ...state,
    values: {
      ...state.values,
      ...kept.values,
      // What was carried then belongs to people of that time.
      ...(fields && { fields: { ...state.values.fields, ...ownFields(fields) } }),
      ...typed(state),
    },
    edited: new Set([...names, ...state.edited]),
    identity: state.identity ?? kept.identity,
    isRestored: names.length > 0 || kept.identity !== null,
    isRecalled: true,
  });
}

type Recalled = Extract<FormAction, { type: "recalled" }>;

/** The reading, over it a save that is not through yet, over that what was edited. */
export function recall(state: FormState, { pending, preselected }: Recalled): FormState {
  return withNameParts({
    ...state,
    initial: pending ? withHeldTitle(state.initial, pending.draft) : state.initial,
    values: {
      ...state.values,
      jobs: preselected,
      ...(pending && valuesOfSave(pending)),
      ...typed(state),
    },
    submitted: pending ? differing(formOfDraft(shownDraft(pending)), state.initial.values) : state.submitted,
    accepted: [...new Set([...(pending?.draft.accepted ?? []), ...state.accepted])],
    preselected,
    holdsSave: pending !== null,
  });
}

/**
 * A save of one click held back what the page only hints at: that is still in the form. A correction is what the
 * user said last.
 */
function valuesOfSave(save: SaveRecord): Partial<FormValues> {
  const values = formOfDraft(shownDraft(save));
  if (!save.draft.isOneClick || shownDraft(save) !== save.draft) return values;
  const filled = Object.entries(values).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(filled);
}

/** The title that one click held back, where this reading of the page does not say it: to be taken, or not. */
function withHeldTitle(initial: InitialForm, { titleGuess }: SaveDraft): InitialForm {
  const isSaid = initial.values.currentJobTitle !== "" || initial.suggestions.length > 0;
  if (titleGuess === undefined || isSaid) return initial;
  const held = { title: titleGuess, source: "headline" as const, companyName: null, endedAt: null };
  return {
    ...initial,
    suggestions: [held],
    standing: { ...initial.standing, currentJobTitle: initial.standing.currentJobTitle ?? "not_shown" },
  };
}

/** What a save holds otherwise than the page: the user's own words. */
function differing(values: FormValues, page: FormValues): ReadonlySet<FormKey> {
  const names = Object.keys(values) as FormKey[];
  return new Set(names.filter((name) => JSON.stringify(values[name]) !== JSON.stringify(page[name])));
}
