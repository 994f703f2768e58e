import type { Person } from "../sandbox/records.ts";
import type { Sandbox } from "../sandbox/start-sandbox.ts";

/** A person that is in Stardex already, made of one that is seeded. */
export function known(sandbox: Sandbox, changes: Partial<Person>): Person {
  const [person] = sandbox.store.persons;
  if (!person) throw new Error("Nobody is seeded");
  return Object.assign(person, {
    name: "Mara Lindqvist",
    first_name: "Mara",
    last_name: "Lindqvist",
    ...changes,
  });
}
