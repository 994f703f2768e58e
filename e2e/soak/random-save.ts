/** What a busy firm could save, by chance: new and known people, jobs, stages, notes, lists, tasks. */
import type { SaveDraft } from "../../src/model/save.ts";
import { addKnown, draftOf, placed } from "../browser/saves.ts";
import type { Store } from "../sandbox/store.ts";

const FIRST = ["ada", "bao", "chidi", "dagny", "elif", "farid", "gudrun", "hanae", "ines", "jonah"];
const LAST = ["arkwright", "brandvold", "castellan", "dufresne", "eklund", "fontaine", "grzelak", "hoshino"];

/** A few people for many saves, so that some are saved again; every second one is in Stardex before. */
export function createPeople(store: Store, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const slug = `${FIRST[n % FIRST.length]}-${LAST[n % LAST.length]}-${n}`;
    if (n % 2 === 0) addKnown(store, slug);
    return slug;
  });
}

/** A draft whose note and task no other save has, so that one that comes twice is seen. */
export function randomDraft(store: Store, people: string[], n: number, random: () => number): SaveDraft {
  const oneIn = (times: number) => random() * times < 1;
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)] as T;
  const open = store.jobs.filter((job) => !job.is_archived);
  const jobs = Array.from({ length: Math.floor(random() * 3) }, () => pick(open));
  const list = pick(personLists(store));
  return draftOf(pick(people), {
    // The stage goes by the job, so that two saves of a person on it want the same.
    jobs: [...new Set(jobs)].map((job) => placed(job, open.indexOf(job) % 3)),
    ...(oneIn(3) && { note: `Note ${n}` }),
    ...(oneIn(4) && { list: { id: list.id, name: list.name } }),
    ...(oneIn(6) && { task: { text: `Task ${n}` } }),
  });
}

/** A list of companies takes no person, and the form offers none. */
function personLists(store: Store) {
  return store.lists.filter((list) => list.list_type === "persons" && !list.is_archived);
}
