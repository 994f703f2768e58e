/** Invented records of Stardex for the tests of this folder. */
import type { Job, KnownPerson } from "../records.ts";

export function knownPerson(fields: Partial<KnownPerson>): KnownPerson {
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
    ...fields,
  };
}

export function job(id: string): Job {
  return { id, name: `Job ${id}`, clientCompanyName: null, location: null, candidateCount: null };
}
