import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { JobPicker } from "../../form/jobs/JobPicker.tsx";
import { noJobs, recallJobs } from "../../form/jobs/job-choice.ts";
import { FirmFields } from "../../form/memory/FirmFields.tsx";
import { isFieldMissing } from "../../form/memory/required-fields.ts";
import { ListPicker } from "../../form/more/ListPicker.tsx";
import { formReducer } from "../../form/state/form-reducer.ts";
import { firstState } from "../../form/state/form-state.ts";
import { useFormKeys } from "../../form/use-form-keys.ts";
import { errorsOf, type FormErrors } from "../../form/values/form-errors.ts";
import type { FormValues } from "../../form/values/form-values.ts";
import { emptyForm } from "../../form/values/initial-form.ts";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Problem } from "../../model/problem.ts";
import { isTemplate, unknownPlaceholders } from "../../model/snippets.ts";
import { send } from "../../protocol/send.ts";
import { MoreIcon } from "../../ui/icons.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import "../../form/person-form.css";
import type { ChoicesTable } from "../kept/kept-choices.ts";
import type { PersonRow } from "../person-row.ts";
import { BatchNote } from "./BatchNote.tsx";
import { type BatchChoices, draftOfRow, minutesFor } from "./batch-draft.ts";
import { useKeptChoices } from "./use-kept-choices.ts";

interface Props {
  /** Ticked, and such that each can be saved. */
  rows: readonly PersonRow[];
  /** Of the key the rows were chosen under; null until it is known. */
  workspace: string | null;
  /** Where the choices are kept until they are sent; null: they go with the page. */
  kept?: ChoicesTable | null;
  /** The rows are in storage, as saves of the batch. */
  onStarted: (batchId: string) => void;
}

/** Job, stage, list, tags and note, chosen once, and what saving will cost before it begins. */
export function SaveSelected({ rows, workspace, kept = null, onStarted }: Props) {
  // The form's own fields without its person: what is typed, taken out and put back works as it does there.
  const [{ values, errors, removedJob }, dispatch] = useReducer(formReducer, emptyForm(""), firstState);
  const [remembered, setRemembered] = useState(noJobs);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Null: not touched here; then it is open for what would be sent unseen. */
  const [more, setMoreOpen] = useState<boolean | null>(null);
  const choices: BatchChoices = values;
  const section = useRef<HTMLElement>(null);
  useFormKeys({
    // Many people are saved by their own button alone.
    onSave: () => undefined,
    onJob: () => section.current?.querySelector<HTMLElement>("[name=jobs]")?.focus(),
  });
  useEffect(() => {
    void recallJobs().then((jobs) => setRemembered(jobs.remembered));
  }, []);

  const isMoreOpen =
    more ?? (values.list !== null || values.note !== "" || Object.keys(values.fields).length > 0);
  const change = (changes: Partial<FormValues>) => dispatch({ type: "changed", changes });

  useKeptChoices(kept, workspace, values, change);

  async function save() {
    setSaving(true);
    const wrong = errorsOfChoices(values);
    if (await isFieldMissing(values, values.jobs[0]?.job.id ?? null)) wrong.fields ??= ["field_required"];
    dispatch({ type: "found_wrong", errors: wrong });
    if (wrong.list || wrong.fields || wrong.note) setMoreOpen(true);
    if (Object.keys(wrong).length > 0) return setSaving(false);
    const answer = await start(rows, workspace, choices);
    setSaving(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) onStarted(answer.id);
  }

  return (
    <section ref={section} class="people-save person-form" aria-label={t("batch_choices")}>
      <JobPicker
        jobs={values.jobs}
        jobName={values.jobName}
        jobText={values.jobText}
        candidacies={[]}
        remembered={remembered}
        removedJob={removedJob}
        isLocked={isSaving}
        error={errors.jobs}
        dispatch={dispatch}
        onRemembered={setRemembered}
      />
      <div class="more-line">
        <button
          type="button"
          class="link-button more-button"
          aria-expanded={isMoreOpen}
          onClick={() => setMoreOpen(!isMoreOpen)}
        >
          <MoreIcon />
          {t("more")}
        </button>
      </div>
      {isMoreOpen && (
        <div>
          <ListPicker
            list={values.list}
            text={values.listText}
            isLocked={isSaving}
            error={errors.list}
            onChange={change}
          />
          <FirmFields
            workspace={workspace}
            jobId={values.jobs[0]?.job.id ?? null}
            inputs={values.fields}
            isChecked={errors.fields !== undefined}
            isLocked={isSaving}
            onChange={(fields) => change({ fields })}
          />
          <BatchNote
            value={values.note}
            jobs={values.jobs}
            error={errors.note}
            isLocked={isSaving}
            onChange={(note) => change({ note })}
            onLeave={() => dispatch({ type: "left", field: "note" })}
          />
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <div class="people-save-bar">
        <p role="status">{rows.length === 0 ? t("batch_none") : costWords(rows.length, choices)}</p>
        <button
          type="button"
          class="button primary"
          disabled={rows.length === 0 || isSaving}
          onClick={() => void save()}
        >
          {plural("batch_save", rows.length)}
        </button>
      </div>
    </section>
  );
}

/** What is wrong in the fields that all rows share; the name is each row's own. */
function errorsOfChoices(values: FormValues): FormErrors {
  const { jobs, list, fields, note = noteError(values.note) } = errorsOf(values);
  return { ...(jobs && { jobs }), ...(list && { list }), ...(fields && { fields }), ...(note && { note }) };
}

/** In a text with placeholders other braces are one that is misspelled. */
function noteError(note: string): FormErrors["note"] {
  const unknown = isTemplate(note) ? unknownPlaceholders(note) : [];
  return unknown.length > 0 ? ["touch_unknown_placeholder", unknown.join(", ")] : undefined;
}

async function start(rows: readonly PersonRow[], workspace: string | null, choices: BatchChoices) {
  try {
    const [first] = choices.jobs;
    const drafts = rows.map((row) => draftOfRow(row, choices));
    return await send("batch.start", { name: first?.job.name ?? null, workspace, drafts });
  } catch {
    return { ok: false, problem: { kind: "offline" } } as const;
  }
}

/** "27 people, 27 enrichments, about 2 minutes" */
function costWords(count: number, choices: BatchChoices): string {
  const minutes = minutesFor(count, choices);
  const time =
    minutes < 90 ? plural("batch_minutes", minutes) : plural("batch_hours", Math.round(minutes / 60));
  return t("batch_cost", plural("batch_people", count), plural("batch_enrichments", count), time);
}
