import { randomUUID } from "node:crypto";
import type { Job as PickedJob, Stage } from "../../src/model/records.ts";
import type { SaveDraft, SaveRecord } from "../../src/model/save.ts";
import type { Job, Person } from "../sandbox/records.ts";
import type { Store } from "../sandbox/store.ts";

/** A job of the sandbox as the job picker hands it on, at its nth stage: 0 is the one Stardex chooses itself. */
export function placed(job: Job, stage = 0): { job: PickedJob; stage?: Stage } {
  const { id, name, client_company_name, location } = job;
  const picked = { id, name, clientCompanyName: client_company_name, location, candidateCount: null };
  const chosen = job.pipeline_stages[stage];
  return { job: picked, ...(stage > 0 && chosen && { stage: chosen }) };
}

/** An invented person's draft. `slug` in letters, digits and hyphens. */
export function draftOf(slug: string, more: Partial<SaveDraft> = {}): SaveDraft {
  return {
    linkedinUrl: `https://www.linkedin.com/in/${slug}`,
    name: slug.replaceAll("-", " "),
    role: "candidate",
    jobs: [],
    ...more,
  };
}

/** Puts a person into the sandbox who was there before. */
export function addKnown(store: Store, slug: string): Person {
  const person: Person = {
    id: randomUUID(),
    name: slug.replaceAll("-", " "),
    first_name: null,
    last_name: null,
    linkedin_url: `https://www.linkedin.com/in/${slug}`,
    linkedin_public_id: slug,
    linkedin_headline: null,
    linkedin_location: null,
    current_job_title: null,
    current_company_name: null,
    external_source_id: null,
    emails: [],
    phones: [],
    enrich_record: null,
    created_at: "2026-03-01T09:00:00.000Z",
    updated_at: "2026-03-01T09:00:00.000Z",
  };
  store.persons.push(person);
  return person;
}

/** What Stardex holds of a save that arrived in part, or twice: empty when each thing is there just once. */
export function flaws(store: Store, { draft }: Pick<SaveRecord, "draft">): string[] {
  const publicId = decodeURIComponent(draft.linkedinUrl.slice(draft.linkedinUrl.lastIndexOf("/") + 1));
  const people = store.persons.filter((person) => person.linkedin_public_id === publicId);
  const [person] = people;
  if (!person) return ["the person is missing"];
  const found: string[] = [];
  const check = (what: string, count: number) => {
    if (count !== 1) found.push(count === 0 ? `${what} is missing` : `${what} is there ${count} times`);
  };
  check("the person", people.length);
  const candidates = store.candidatesOf(person.id);
  for (const { job, stage } of draft.jobs) {
    const entries = candidates.filter(({ job_id }) => job_id === job.id);
    check(`the job ${job.name}`, entries.length);
    if (stage && entries[0]?.stage_id !== stage.id) found.push(`the stage ${stage.name} is not set`);
  }
  if (draft.note !== undefined)
    check("the note", store.activities.filter((one) => one.activity_content === draft.note).length);
  if (draft.task)
    check("the task", store.tasks.filter((one) => one.content_text === draft.task?.text).length);
  const list = draft.list && store.lists.find(({ id }) => id === draft.list?.id);
  if (list) check("the list", list.person_ids.filter((id) => id === person.id).length);
  return found;
}
