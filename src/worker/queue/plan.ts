/** Which calls a save takes, in order: what its words ask for, without what has arrived. */
import { dueWrites } from "../../model/custom-field.ts";
import type {
  Arrived,
  PersonFields,
  PersonUpdate,
  PlacedJob,
  SaveDraft,
  SaveOutcome,
  SaveRecord,
  Step,
} from "../../model/save.ts";

/** Before anything is known: first ask whether the person is in Stardex. */
const firstSteps: Step[] = [{ kind: "check", done: false }];

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

export const nothingArrived: Arrived = {
  fields: null,
  note: null,
  client: null,
  task: null,
  listIds: [],
  stages: {},
};

export const noOutcome: SaveOutcome = {
  personId: null,
  wasKnown: false,
  candidateIds: {},
  hintedCandidateId: null,
  clientContactId: null,
};

type Present = Pick<SaveRecord, "draft" | "outcome" | "arrived" | "steps">;
type Facts = Omit<Present, "steps">;

/** The steps once it is decided who the person is: `draft.known` is there, or the person is new. */
export function planOf({ draft, outcome, arrived }: Facts): Step[] {
  const { known, note, list, task } = draft;
  const jobs = newJobs(draft, outcome);
  const done = false;
  const isPersonDue = known ? jobs.length > 0 || hasChanges(known.update) : arrived.fields === null;
  const withPerson = isPersonDue ? jobs.slice(0, 1) : [];
  const steps: (Step | false | undefined)[] = [
    { kind: "check", done: true },
    isPersonDue && { kind: "person", jobId: withPerson[0]?.job.id ?? null, done },
    known && isCreationDue({ draft, outcome, arrived }) && { kind: "client", done },
    ...jobs.slice(withPerson.length).map(({ job }): Step => ({ kind: "job", jobId: job.id, done })),
    ...stagesToSet(draft, outcome, arrived),
    known && note !== undefined && note !== arrived.note && { kind: "note", done },
    list && !arrived.listIds.includes(list.id) && { kind: "list", done },
    dueWrites(draft.fields, outcome?.wasKnown ?? false).length > 0 && { kind: "fields", done },
    task && !isSameTask(task, arrived.task) && { kind: "task", done },
  ];
  return steps.filter((step) => !!step);
}

/** Whether there is something of a known person that no update knows of. */
function isCreationDue({ draft, outcome, arrived }: Facts): boolean {
  const { known, client, jobName, jobs } = draft;
  const isClientDue = client !== undefined && !isSame(client, arrived.client);
  const isHintDue = jobName !== undefined && jobs.length === 0 && !outcome?.hintedCandidateId;
  return isClientDue || isHintDue || known?.update.externalSourceId !== undefined;
}

/** The jobs this save is still to put the person on: not those of before, nor those it has done. */
export function newJobs({ known, jobs }: SaveDraft, outcome: SaveOutcome | null = null): PlacedJob[] {
  const onJobs = [...(known?.onJobs ?? []), ...Object.keys(outcome?.candidateIds ?? {})];
  return jobs.filter(({ job }) => !onJobs.includes(job.id));
}

/** Of the jobs this save puts the person on: at a job of before, the stage is as it was. */
function stagesToSet(draft: SaveDraft, outcome: SaveOutcome | null, { stages }: Arrived): Step[] {
  const placedHere = Object.keys(outcome?.candidateIds ?? {});
  return draft.jobs.flatMap(({ job, stage }): Step[] => {
    const isOurs = placedHere.includes(job.id) || !draft.known?.onJobs.includes(job.id);
    if (!stage || !isOurs || stages[job.id] === stage.id) return [];
    return [{ kind: "stage", jobId: job.id, stageId: stage.id, done: false }];
  });
}

/** Whether there is something for an update. */
export function hasChanges({ externalSourceId: _creationOnly, ...update }: PersonUpdate): boolean {
  return Object.values(update).some((value) => value !== undefined && value.length > 0);
}

/** What of the save is in Stardex once its present step is. */
export function arrivedWith({ draft, arrived }: Pick<SaveRecord, "draft" | "arrived">, step: Step): Arrived {
  switch (step.kind) {
    case "person":
      if (draft.known) return { ...arrived, fields: arrived.fields && fieldsOf(draft) };
      return {
        ...arrived,
        fields: fieldsOf(draft),
        note: draft.note ?? null,
        client: draft.client ?? null,
      };
    case "client":
      return { ...arrived, client: draft.client ?? null };
    case "note":
      return { ...arrived, note: draft.note ?? null };
    case "task":
      return { ...arrived, task: draft.task ?? null };
    case "list":
      return { ...arrived, listIds: [...arrived.listIds, ...(draft.list ? [draft.list.id] : [])] };
    case "stage":
      return { ...arrived, stages: { ...arrived.stages, [step.jobId]: step.stageId } };
    default:
      return arrived;
  }
}

type Corrected = Pick<SaveRecord, "draft" | "steps" | "outcome">;

/**
 * The save with the user's corrections. Before anything of it is in Stardex it starts anew; after, it stays
 * with the person it has reached, and sends what differs from what arrived.
 */
export function replan(record: Present, correction: SaveDraft): Corrected {
  const { outcome, arrived } = record;
  if (correction.touch) return { draft: correction, steps: touchStepsLeft(record, correction), outcome };
  if (!hasReachedStardex(record)) {
    return { draft: keepIdentity(record.draft, correction), steps: firstSteps, outcome: null };
  }
  if (!outcome || outcome.personId === null) {
    return { draft: withoutLookUp(correction), steps: firstSteps, outcome };
  }
  const known = {
    ...record.draft.known,
    ...(correction.known?.personId === outcome.personId && correction.known),
    personId: outcome.personId,
    linkedinUrl: correction.known?.linkedinUrl ?? record.draft.known?.linkedinUrl ?? null,
    name: record.draft.known?.name ?? arrived.fields?.name ?? record.draft.name,
    onJobs: [...new Set([...(record.draft.known?.onJobs ?? []), ...(correction.known?.onJobs ?? [])])].filter(
      (id) => !(id in outcome.candidateIds),
    ),
    update: arrived.fields
      ? { ...correction.known?.update, ...changesBetween(arrived.fields, correction) }
      : (correction.known?.update ?? {
          ...record.draft.known?.update,
          ...changesBetween(record.draft, correction),
        }),
  };
  const draft = { ...correction, known };
  return { draft, steps: planOf({ draft, outcome, arrived }), outcome };
}

/** What arrived of a touch is not sent again: none of its steps but the task can be corrected. */
function touchStepsLeft({ steps, arrived }: Present, correction: SaveDraft): Step[] {
  return touchSteps(correction).map((step) => {
    const isDone = steps.some(({ kind, done }) => kind === step.kind && done);
    const isOther = step.kind === "task" && !isSameTask(correction.task ?? { text: "" }, arrived.task);
    return { ...step, done: isDone && !isOther };
  });
}

function hasReachedStardex({ outcome, arrived }: Facts): boolean {
  return (
    arrived.fields !== null ||
    arrived.note !== null ||
    arrived.client !== null ||
    arrived.task !== null ||
    arrived.listIds.length > 0 ||
    Object.keys(outcome?.candidateIds ?? {}).length > 0
  );
}

/** Who the person is in Stardex is carried whole: a part left out would name somebody else. */
function keepIdentity({ known }: SaveDraft, correction: SaveDraft): SaveDraft {
  if (!known || known.personId !== correction.known?.personId) return correction;
  const linkedinUrl = correction.known.linkedinUrl ?? known.linkedinUrl;
  return { ...correction, known: { ...known, ...correction.known, linkedinUrl } };
}

/** What the later words change of the earlier ones. */
export function changesBetween(before: PersonFields, after: PersonFields): PersonUpdate {
  const changed = <K extends keyof PersonFields>(name: K) =>
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

export function fieldsOf(draft: PersonFields): PersonFields {
  const { name, firstName, lastName, currentJobTitle, companyName, location } = draft;
  const { workEmail, personalEmail, emails, workPhone, mobilePhone, phoneNumbers, externalSourceId } = draft;
  const work = { firstName, lastName, currentJobTitle, companyName, location, externalSourceId };
  const contacts = { workEmail, personalEmail, emails, workPhone, mobilePhone, phoneNumbers };
  const given = Object.entries({ ...work, ...contacts }).filter(([, value]) => value !== undefined);
  return { name, ...Object.fromEntries(given) };
}

/** What the form was told of the person does not hold any more: Stardex has to be asked anew. */
export function withoutLookUp({ lookedUpAt: _dropped, ...draft }: SaveDraft): SaveDraft {
  return draft;
}

/** Whose it is first makes no other task. */
function isSameTask(a: NonNullable<SaveDraft["task"]>, b: Arrived["task"]): boolean {
  const plain = ({ ownerIds, ...task }: typeof a) => ({ ...task, ownerIds: ownerIds?.toSorted() });
  return b !== null && isSame(plain(a), plain(b));
}

function isSame(a: object, b: object | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
