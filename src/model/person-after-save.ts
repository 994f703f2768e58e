/** The person in Stardex as a save leaves the record. */
import { isSameContact } from "./contact-values.ts";
import type { Candidacy, KnownPerson } from "./records.ts";
import type { SaveRecord } from "./save.ts";

/**
 * `held`: the record as it was looked up before; without one the person is as the save says. `publicId`: of the
 * profile that was saved. Null when Stardex gave no id.
 */
export function personAfterSave(
  record: SaveRecord,
  held: KnownPerson | null,
  publicId: string | null,
): KnownPerson | null {
  const personId = record.outcome?.personId ?? null;
  if (personId === null) return null;
  return held ? changed(held, record) : created(personId, record, publicId);
}

function created(personId: string, record: SaveRecord, publicId: string | null): KnownPerson {
  const { draft } = record;
  return {
    id: personId,
    name: draft.name,
    firstName: draft.firstName ?? null,
    lastName: draft.lastName ?? null,
    publicId,
    currentJobTitle: draft.currentJobTitle ?? null,
    companyName: draft.companyName ?? null,
    location: draft.location ?? null,
    externalSourceId: draft.externalSourceId ?? null,
    emails: [
      ...typed("work", draft.workEmail),
      ...typed("personal", draft.personalEmail),
      ...others(draft.emails),
    ],
    phones: [
      ...typed("work", draft.workPhone),
      ...typed("mobile", draft.mobilePhone),
      ...others(draft.phoneNumbers),
    ],
    candidacies: [...candidaciesOf(record), ...(draft.known?.onJobs ?? []).map(candidacyOn)],
    lastActivityAt: null,
    blank: [],
    doNotContact: null,
  };
}

function changed(held: KnownPerson, record: SaveRecord): KnownPerson {
  const update = record.draft.known?.update ?? {};
  const added = candidaciesOf(record).filter(({ jobId }) =>
    held.candidacies.every((one) => one.jobId !== jobId),
  );
  return {
    ...held,
    name: update.name ?? held.name,
    firstName: update.firstName ?? held.firstName,
    lastName: update.lastName ?? held.lastName,
    currentJobTitle: update.currentJobTitle ?? held.currentJobTitle,
    companyName: update.companyName ?? held.companyName,
    location: update.location ?? held.location,
    emails: withAdded(held.emails, [
      ...typed("work", update.workEmail),
      ...typed("personal", update.personalEmail),
      ...others(update.addEmails),
    ]),
    phones: withAdded(held.phones, [
      ...typed("work", update.workPhone),
      ...typed("mobile", update.mobilePhone),
      ...others(update.addPhones),
    ]),
    candidacies: [...added, ...held.candidacies],
  };
}

/** The jobs this save put the person on; without a stage of its own that is the first, whose name is not known here. */
function candidaciesOf({ draft, outcome, updatedAt }: SaveRecord): Candidacy[] {
  return Object.entries(outcome?.candidateIds ?? {}).map(([jobId, candidateId]) => {
    const placed = draft.jobs.find(({ job }) => job.id === jobId);
    return {
      candidateId,
      jobId,
      jobName: placed?.job.name ?? null,
      clientCompanyName: placed?.job.clientCompanyName ?? null,
      stageId: placed?.stage?.id ?? null,
      stageName: placed?.stage?.name ?? null,
      isArchived: false,
      createdAt: new Date(updatedAt).toISOString(),
    };
  });
}

/** One of which only the job is known. */
function candidacyOn(jobId: string): Candidacy {
  return {
    candidateId: null,
    jobId,
    jobName: null,
    clientCompanyName: null,
    stageId: null,
    stageName: null,
    isArchived: false,
    createdAt: null,
  };
}

type Contacts = KnownPerson["emails"];

function typed(type: string, value: string | undefined): Contacts {
  return value === undefined ? [] : [{ type, value }];
}

function others(values: string[] | undefined): Contacts {
  return (values ?? []).flatMap((value) => typed("other", value));
}

function withAdded(held: Contacts, added: Contacts): Contacts {
  return [...held, ...added.filter(({ value }) => !held.some((one) => isSameContact(one.value, value)))];
}
