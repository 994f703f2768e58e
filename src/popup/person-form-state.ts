/** What stands in the form: the reading, over it a save that is not through yet, over that what was typed. */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { SaveRecord } from "../save.ts";
import { send } from "../send-message.ts";
import { loadEdits, storeEdits } from "./draft-store.ts";
import {
  FIELD_NAMES,
  type FieldName,
  type FormErrors,
  type FormValues,
  formOfDraft,
  type InitialForm,
} from "./form-values.ts";

interface Content {
  values: FormValues;
  edited: ReadonlySet<FieldName>;
}

/** `workspace` is null until the worker has said under which key we are; the form does not wait for it. */
export function usePersonForm(
  initial: InitialForm,
  workspace: string | null,
  onPending: (record: SaveRecord) => void,
) {
  const [content, setContent] = useState<Content>({ values: initial.values, edited: new Set() });
  const [errors, setErrors] = useState<FormErrors>({});
  const [isRestored, setRestored] = useState(false);
  const [isRecalled, setRecalled] = useState(false);
  const [isDraftLost, setDraftLost] = useState(false);

  useEffect(() => {
    if (workspace === null) return;
    let isCurrent = true;
    void recall(workspace, initial.linkedinUrl).then(({ pending, edits }) => {
      if (!isCurrent) return;
      if (pending) onPending(pending);
      const names = FIELD_NAMES.filter((name) => edits[name] !== undefined);
      setContent((now) => ({
        // What she has typed meanwhile wins over what she typed before.
        values: {
          ...now.values,
          ...(pending && formOfDraft(pending.draft)),
          ...edits,
          ...pick(now.values, now.edited),
        },
        edited: new Set([...names, ...now.edited]),
      }));
      setRestored(names.length > 0);
      setRecalled(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [workspace, initial]);

  // Before the next paint: the popup may close at any moment.
  useLayoutEffect(() => {
    if (workspace === null || !isRecalled) return;
    storeEdits(workspace, initial.linkedinUrl, content.values, content.edited).then(
      () => setDraftLost(false),
      () => setDraftLost(true),
    );
  }, [workspace, isRecalled, content]);

  function change(changes: Partial<FormValues>) {
    const names = Object.keys(changes) as FieldName[];
    setContent((now) => ({
      values: { ...now.values, ...changes },
      edited: new Set([...now.edited, ...names]),
    }));
    setErrors((now) => ({ ...now, ...Object.fromEntries(names.map((name) => [name, undefined])) }));
  }

  /** The edits are in a stored save now, or not wanted any more. */
  function forgetEdits() {
    setContent((now) => ({ ...now, edited: new Set() }));
    setRestored(false);
  }

  function backToPage() {
    setContent({ values: initial.values, edited: new Set() });
    setRestored(false);
  }

  return { ...content, errors, setErrors, isRestored, isDraftLost, change, forgetEdits, backToPage };
}

async function recall(workspace: string, linkedinUrl: string) {
  const [pending, edits] = await Promise.all([
    // Without the worker's answer the form still opens; Save will say what is wrong.
    send("save.pending", { linkedinUrl }).then(
      ({ save }) => save,
      () => null,
    ),
    loadEdits(workspace, linkedinUrl),
  ]);
  return { pending, edits };
}

function pick(values: FormValues, names: ReadonlySet<FieldName>): Partial<FormValues> {
  return Object.fromEntries([...names].map((name) => [name, values[name]]));
}
