/** Mara Lindqvist, whom the tests of the queue save, and what Stardex then has. */
import type { Store } from "../../e2e/sandbox/store.ts";
import type { SaveDraft } from "../model/save.ts";

const SLUG = "mara-lindqvist";
export const MARA_URL = `https://www.linkedin.com/in/${SLUG}`;
export const mara: SaveDraft = { linkedinUrl: MARA_URL, name: "Mara Lindqvist", role: "candidate", jobs: [] };

/** The n-th open job of the sandbox, with its second stage or with none chosen. */
export function placedJob(store: Store, n: number, withStage = false): SaveDraft["jobs"][number] {
  const job = store.jobs.filter((one) => !one.is_archived)[n];
  if (!job) throw new Error("The sandbox has too few jobs");
  const { id, name } = job;
  const stage = job.pipeline_stages[1];
  const picked = { id, name, clientCompanyName: null, location: null, candidateCount: null };
  return { job: picked, ...(withStage && stage && { stage }) };
}

/** A new person on two jobs, with a note, a list and a task. */
export function maraWithAll(store: Store): SaveDraft {
  const [list] = store.lists;
  if (!list) throw new Error("The sandbox has no list");
  return {
    ...mara,
    jobs: [placedJob(store, 0, true), placedJob(store, 1)],
    note: "Met in Oslo.\nCall again.",
    list: { id: list.id, name: list.name },
    task: { text: "Ring on Monday" },
  };
}

/** Everything in Stardex that names the person, under however many records. */
export function recordsOfMara(store: Store) {
  const people = store.persons.filter((one) => one.linkedin_public_id === SLUG);
  const ids = people.map(({ id }) => id);
  const isOfMara = ({ person_id }: { person_id: string | null }) => ids.includes(person_id ?? "");
  return {
    people,
    candidates: store.candidates.filter(isOfMara),
    activities: store.activities.filter(isOfMara),
    listed: store.lists.flatMap(({ person_ids }) => person_ids).filter((id) => ids.includes(id)),
    tasks: store.tasks.filter(isOfMara),
    clientContacts: store.clientContacts.filter(isOfMara),
  };
}
