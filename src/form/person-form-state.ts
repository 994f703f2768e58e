/** What stands in the form: the reading, over it a save that is not through yet, over that what was edited. */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { type PlacedJob, type SaveRecord, shownDraft } from "../model/save.ts";
import { send } from "../protocol/send.ts";
import {
  errorsOf,
  type FormErrors,
  type FormKey,
  type FormValues,
  formOfDraft,
  type InitialForm,
  nameParts,
} from "./form-values.ts";
import { noJobs, type RememberedJobs, recallJobs } from "./jobs/job-choice.ts";
import { loadEdits, storeEdits } from "./unsaved-edits.ts";

interface Content {
  values: FormValues;
  edited: ReadonlySet<FormKey>;
}

/** What she edits; a function where it depends on what stands there by then. */
type Changes = Partial<FormValues> | ((now: FormValues) => Partial<FormValues>);

function changesOf(changes: Changes, now: FormValues): Partial<FormValues> {
  return typeof changes === "function" ? changes(now) : changes;
}

/** `workspace` is null until the worker has said under which key we are; the form does not wait for it. */
export function usePersonForm(
  initial: InitialForm,
  workspace: string | null,
  onPending: (record: SaveRecord) => void,
) {
  const [content, setContent] = useState<Content>({ values: initial.values, edited: new Set() });
  const [errors, setErrors] = useState<FormErrors>({});
  const [remembered, setRemembered] = useState<RememberedJobs>(noJobs);
  const [preselected, setPreselected] = useState<PlacedJob[]>([]);
  const [isRestored, setRestored] = useState(false);
  const [isRecalled, setRecalled] = useState(false);
  const [isDraftLost, setDraftLost] = useState(false);

  useEffect(() => {
    if (workspace === null) return;
    let isCurrent = true;
    void recall(workspace, initial.linkedinUrl).then(({ pending, edits, jobs }) => {
      if (!isCurrent) return;
      setRemembered(jobs.remembered);
      setPreselected(jobs.preselected);
      if (pending) onPending(pending);
      const names = Object.keys(edits) as FormKey[];
      setContent((now) => {
        const values = {
          ...now.values,
          jobs: jobs.preselected,
          ...(pending && formOfDraft(shownDraft(pending))),
          ...edits,
          // What she has typed meanwhile wins over what she typed before.
          ...pick(now.values, now.edited),
        };
        return withNameParts({ values, edited: new Set([...names, ...now.edited]) });
      });
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

  function change(changes: Changes) {
    const names = Object.keys(changesOf(changes, content.values)) as FormKey[];
    setContent((now) =>
      withNameParts({
        values: { ...now.values, ...changesOf(changes, now.values) },
        edited: new Set([...now.edited, ...names]),
      }),
    );
    setErrors((now) => ({ ...now, ...Object.fromEntries(names.map((name) => [name, undefined])) }));
  }

  /** Fills in what she has not touched: shown like the rest, but no edit of hers. */
  function propose(changes: Partial<FormValues>) {
    setContent((now) => ({
      ...now,
      values: { ...now.values, ...changes, ...pick(now.values, now.edited) },
    }));
  }

  /** Tells an error in a field she leaves; one she has not filled in yet is told at Save. */
  function check(name: FormKey) {
    if (content.values[name] === "" || content.values[name] === null) return;
    const error = errorsOf(content.values)[name];
    if (error) setErrors((now) => ({ ...now, [name]: error }));
  }

  /** The edits are in a stored save now, or not wanted any more. */
  function forgetEdits() {
    setContent((now) => ({ ...now, edited: new Set() }));
    setRestored(false);
  }

  function backToPage() {
    setContent({ values: { ...initial.values, jobs: preselected }, edited: new Set() });
    setErrors({});
    setRestored(false);
  }

  return {
    ...content,
    errors,
    setErrors,
    remembered,
    setRemembered,
    isRestored,
    isRecalled,
    isDraftLost,
    change,
    propose,
    check,
    forgetEdits,
    backToPage,
  };
}

/** First and last name follow the name she types until she types them herself. */
function withNameParts({ values, edited }: Content): Content {
  const follow = edited.has("name") && !edited.has("firstName") && !edited.has("lastName");
  return { values: follow ? { ...values, ...nameParts(values.name) } : values, edited };
}

async function recall(workspace: string, linkedinUrl: string) {
  const [pending, edits, jobs] = await Promise.all([
    // Without the worker's answer the form still opens; Save will say what is wrong.
    send("save.pending", { linkedinUrl }).then(
      ({ save }) => save,
      () => null,
    ),
    loadEdits(workspace, linkedinUrl),
    recallJobs(),
  ]);
  return { pending, edits, jobs };
}

function pick(values: FormValues, names: ReadonlySet<FormKey>): Partial<FormValues> {
  return Object.fromEntries([...names].map((name) => [name, values[name]]));
}
