/** Which calls a save takes, in order. */
import type { PersonUpdate, PlacedJob, SaveDraft, SaveOutcome, SaveRecord, Step } from "../../model/save.ts";

/** Before anything is known: first ask whether she is in Stardex. */
export const firstSteps: Step[] = [{ kind: "check", done: false }];

/** The steps a new save begins with. A touch is about a person who is there: nothing is to be decided. */
export function stepsAtStart(draft: SaveDraft): Step[] {
  return draft.touch ? touchSteps(draft) : firstSteps;
}

function touchSteps({ touch, fields, task }: SaveDraft): Step[] {
  const done = false;
  const steps: (Step | false | undefined)[] = [
    touch?.activity && { kind: "activity", done },
    touch?.move && { kind: "move", done },
    fields && { kind: "fields", done },
    task && { kind: "task", done },
  ];
  return steps.filter((step) => !!step);
}

/** Once it is decided who she is: `draft.known` is there, or she is new. */
export function planOf(draft: SaveDraft): Step[] {
  const { known } = draft;
  const jobs = newJobs(draft);
  const done = false;
  const steps: (Step | false | undefined)[] = [
    { kind: "check", done: true },
    (!known || jobs.length > 0 || hasChanges(known.update)) && { kind: "person", done },
    known && draft.client && { kind: "client", done },
    ...jobs.slice(1).map(({ job }): Step => ({ kind: "job", jobId: job.id, done })),
    ...jobs.flatMap(({ job, stage }): Step[] =>
      stage ? [{ kind: "stage", jobId: job.id, stageId: stage.id, done }] : [],
    ),
    known && draft.note !== undefined && { kind: "note", done },
    draft.list && { kind: "list", done },
    draft.fields && { kind: "fields", done },
    draft.task && { kind: "task", done },
  ];
  return steps.filter((step) => !!step);
}

/** The jobs this save is to put her on: a known person is not put on one she is on already. */
export function newJobs({ known, jobs }: SaveDraft): PlacedJob[] {
  return known ? jobs.filter(({ job }) => !known.onJobs.includes(job.id)) : jobs;
}

export function hasChanges(update: PersonUpdate): boolean {
  return Object.values(update).some((value) => value !== undefined && value.length > 0);
}

/** What is known of the outcome before any call: nothing of a new person. */
export function outcomeAtStart({ known }: SaveDraft): SaveOutcome | null {
  if (!known) return null;
  return { ...noOutcome, personId: known.personId, wasKnown: true };
}

export const noOutcome: SaveOutcome = {
  personId: null,
  wasKnown: false,
  candidateIds: {},
  hintedCandidateId: null,
  clientContactId: null,
};

/**
 * The steps and draft of a save that its user corrects on the way. Before the person is there it starts
 * anew; after, only what changed is sent, and what arrived is not repeated.
 */
export function replanned(record: SaveRecord, draft: SaveDraft): Pick<SaveRecord, "draft" | "steps"> {
  const { outcome, steps } = record;
  const isThere = steps.some(({ kind, done }) => kind === "person" && done);
  if (!outcome || !isThere) return { draft, steps: firstSteps };
  if (outcome.personId === null) return { draft: withoutLookUp(draft), steps: firstSteps };
  const known = {
    personId: outcome.personId,
    name: record.draft.name,
    onJobs: [...Object.keys(outcome.candidateIds), ...(record.draft.known?.onJobs ?? [])],
    update: draft.known?.update ?? changesBetween(record.draft, draft),
  };
  const next = { ...draft, known };
  const planned = planOf(next).concat(unplannedStages(record, draft));
  return {
    draft: next,
    steps: planned.map((step) => ({ ...step, done: step.done || hasArrived(step, record, draft) })),
  };
}

/** Stages still to be set on the jobs she is on by this very save. */
function unplannedStages(record: SaveRecord, draft: SaveDraft): Step[] {
  const placed = Object.keys(record.outcome?.candidateIds ?? {});
  return draft.jobs.flatMap(({ job, stage }): Step[] =>
    stage && placed.includes(job.id)
      ? [{ kind: "stage", jobId: job.id, stageId: stage.id, done: false }]
      : [],
  );
}

/** Whether this very step was done before, with the same words. */
function hasArrived(step: Step, record: SaveRecord, draft: SaveDraft): boolean {
  if (step.kind === "person") return false;
  const isSame = (before: Step) =>
    before.done && JSON.stringify({ ...before, done: false }) === JSON.stringify({ ...step, done: false });
  if (step.kind === "note" && !record.steps.some(({ kind }) => kind === "note")) {
    // A new person's note went with the person.
    return record.draft.note === draft.note;
  }
  return record.steps.some(isSame) && contentOf(step, record.draft) === contentOf(step, draft);
}

function contentOf({ kind }: Step, draft: SaveDraft): string {
  const content = {
    note: draft.note,
    list: draft.list,
    task: draft.task,
    client: draft.client,
    fields: draft.fields,
  };
  return JSON.stringify(kind in content ? content[kind as keyof typeof content] : null);
}

/** What the later words change of the earlier ones. */
export function changesBetween(before: SaveDraft, after: SaveDraft): PersonUpdate {
  const changed = <K extends keyof SaveDraft>(name: K) =>
    after[name] !== undefined && after[name] !== before[name] ? { [name]: after[name] } : {};
  const added = (now: string[] = [], then: string[] = []) => now.filter((value) => !then.includes(value));
  const emails = added(after.emails, before.emails);
  const phones = added(after.phoneNumbers, before.phoneNumbers);
  return {
    ...changed("name"),
    ...changed("firstName"),
    ...changed("lastName"),
    ...changed("currentJobTitle"),
    ...changed("companyName"),
    ...changed("location"),
    ...changed("workEmail"),
    ...changed("personalEmail"),
    ...changed("workPhone"),
    ...changed("mobilePhone"),
    ...(emails.length > 0 && { addEmails: emails }),
    ...(phones.length > 0 && { addPhones: phones }),
  };
}

/** What the form was told of her does not hold any more: she has to be looked up anew. */
export function withoutLookUp({ lookedUpAt: _dropped, ...draft }: SaveDraft): SaveDraft {
  return draft;
}
