/** Invented records of Stardex, and text of any kind, for the unit tests. */
import * as fc from "fast-check";
import type { Job, KnownPerson } from "../model/records.ts";
import type { Person } from "../stardex/types.ts";

function knownPerson(fields: Partial<KnownPerson>): KnownPerson {
  return {
    id: "p-1",
    name: null,
    firstName: null,
    lastName: null,
    publicId: null,
    currentJobTitle: null,
    companyName: null,
    location: null,
    externalSourceId: null,
    emails: [],
    phones: [],
    candidacies: [],
    lastActivityAt: null,
    blank: [],
    doNotContact: null,
    ...fields,
  };
}

/** The same as the client answers it. */
export function apiPerson(fields: Partial<Person>): Person {
  return { ...knownPerson({}), areCandidaciesTold: true, emailRows: [], phoneRows: [], ...fields };
}

export function job(id: string): Job {
  return { id, name: `Job ${id}`, clientCompanyName: null, location: null, candidateCount: null };
}

/** Half surrogates included. fast-check's own units take a second to set up. */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));
