/**
 * A Stardex for the queue's tests: stores what the steps send, answers or fails as it is told. Worst
 * case where the vendor's reference is silent: a repeated creation adds its note and candidate once more.
 */

import type { PersonBody, PersonPatch } from "../stardex/person-body.ts";
import type { CreatedPerson } from "../stardex/persons.ts";
import { type Failure, StardexError } from "../stardex/stardex-error.ts";
import type { TaskBody } from "../stardex/tasks.ts";
import type { Person } from "../stardex/types.ts";
import type { StepClient } from "../worker/queue/steps.ts";

/** What becomes of a call: done or not, and what is answered instead. */
export type Fault = { isStored: boolean; problem: Failure } | "hang";

export interface StoredPerson {
  id: string;
  url: string;
  name: string;
  title: string | null;
  jobs: string[];
  stages: Record<string, string>;
  notes: string[];
  lists: string[];
  tasks: string[];
}

export function createTestStardex(pause: () => Promise<void> = async () => undefined) {
  const people: StoredPerson[] = [];
  /** One entry a call that reached it: `create Ada`, `find`, `patch job-1`, ... */
  const calls: string[] = [];
  const keys: string[] = [];
  /** Taken one a call. */
  const script: (Fault | undefined)[] = [];
  const hung: (() => void)[] = [];

  async function answer<T>(call: string, key: string, work: () => T): Promise<T> {
    await pause();
    calls.push(call);
    keys.push(key);
    const fault = script.shift();
    if (fault === "hang") await new Promise<void>((resolve) => hung.push(resolve));
    const isDone = fault === undefined || fault === "hang" || fault.isStored;
    const result = isDone ? work() : undefined;
    await pause();
    if (fault && fault !== "hang") throw new StardexError(fault.problem);
    return result as T;
  }

  function personAt(id: string): StoredPerson {
    const person = people.find((one) => one.id === id);
    if (!person) throw new StardexError({ kind: "not_found", status: 404 });
    return person;
  }

  const clientFor = (key: string): StepClient => ({
    createPerson: (body: PersonBody) => answer(`create ${body.name}`, key, () => create(people, body)),
    updatePerson: (id: string, patch: PersonPatch) =>
      answer(`patch ${[patch.name, patch.job_id].filter(Boolean).join(" ")}`.trim(), key, () => {
        const person = personAt(id);
        if (patch.name) person.name = patch.name;
        if (patch.current_job_title) person.title = patch.current_job_title;
        if (patch.job_id) person.jobs.push(patch.job_id);
      }),
    getPerson: (id: string) => answer("get", key, () => known(personAt(id))),
    findPerson: (url: string) =>
      answer("find", key, () => {
        const person = people.find((one) => one.url === url);
        return person && known(person);
      }),
    // The other checks before a save have tests of their own (identify.test.ts): here they cost no call.
    findByEmail: async () => [],
    searchByName: async () => ({ rows: [], isComplete: true }),
    searchCompanies: async () => ({ rows: [], isComplete: true }),
    getCompany: async () => {
      throw new StardexError({ kind: "not_found", status: 404 });
    },
    getJob: async (id: string) => ({
      ...testJob(id),
      isArchived: false,
      clientCompanyId: null,
      clientCompanyDomain: null,
      clientCompanyLinkedinUrl: null,
      stages: [],
    }),
    moveCandidate: (jobId: string, candidateId: string, stageId: string) =>
      answer(`stage ${stageId}`, key, () => {
        const person = people.find((one) => one.jobs.some((job) => `${one.id}@${job}` === candidateId));
        if (!person) throw new StardexError({ kind: "not_found", status: 404 });
        person.stages[jobId] = stageId;
      }),
    addToList: (listId: string, id: string) =>
      answer(`list ${listId}`, key, () => {
        const person = personAt(id);
        if (!person.lists.includes(listId)) person.lists.push(listId);
      }),
    addActivity: (id: string, { text }: { text: string }) =>
      answer("activity", key, () => void personAt(id).notes.push(text)),
    listActivities: (id: string) =>
      answer("timeline", key, () => personAt(id).notes.map((text) => ({ ...noActivity, text }))),
    getFieldValues: async () => new Map(),
    addNote: (id: string, text: string) => answer("note", key, () => void personAt(id).notes.push(text)),
    addTask: ({ personId, text }: TaskBody) =>
      answer("task", key, () => void personAt(personId).tasks.push(text)),
  });

  return { people, calls, keys, script, hung, clientFor };
}

const noActivity = {
  id: null,
  type: null,
  createdAt: null,
  authorName: null,
  jobId: null,
  jobName: null,
  clientCompanyName: null,
  subject: null,
};

function create(people: StoredPerson[], body: PersonBody): CreatedPerson {
  const held = people.find((one) => one.url === body.linkedin_url);
  const person = held ?? {
    id: `id-${people.length + 1}`,
    url: body.linkedin_url,
    name: body.name,
    title: body.current_job_title ?? null,
    jobs: [],
    stages: {},
    notes: [],
    lists: [],
    tasks: [],
  };
  if (!held) people.push(person);
  if (body.job_id) person.jobs.push(body.job_id);
  if (body.notes) person.notes.push(body.notes);
  return {
    personId: person.id,
    candidateId: body.job_id ? `${person.id}@${body.job_id}` : null,
    clientContactId: body.client_id ?? null,
  };
}

function known(person: StoredPerson): Person {
  return {
    id: person.id,
    name: person.name,
    firstName: null,
    lastName: null,
    publicId: person.url.slice(person.url.lastIndexOf("/") + 1),
    currentJobTitle: person.title,
    companyName: null,
    location: null,
    externalSourceId: null,
    emails: [],
    phones: [],
    candidacies: person.jobs.map((jobId) => ({
      candidateId: `${person.id}@${jobId}`,
      jobId,
      jobName: null,
      clientCompanyName: null,
      stageId: person.stages[jobId] ?? null,
      stageName: null,
      isArchived: false,
      createdAt: null,
    })),
    lastActivityAt: null,
    blank: person.title === null ? ["currentJobTitle"] : [],
    doNotContact: null,
    emailRows: [],
    phoneRows: [],
  };
}

/** A job for drafts. */
export function testJob(id: string) {
  return { id, name: `Job ${id}`, clientCompanyName: null, location: null, candidateCount: null };
}
