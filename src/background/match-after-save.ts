import type { Candidacy, KnownPerson } from "../records.ts";
import type { SaveRecord } from "../save.ts";
import { isSameContact } from "../stardex/person-body.ts";
import { cachedMatch, forgetMatch, rememberMatch } from "./match-cache.ts";

/** What a look-up would find of her now, so that opening her profile again costs no call. */
export async function rememberSaved(record: SaveRecord, now: number): Promise<void> {
  const { workspace, draft, outcome } = record;
  if (!outcome || outcome.personId === null) return await forgetMatch(workspace, draft.linkedinUrl);
  const before = await cachedMatch(workspace, draft.linkedinUrl, now);
  const held = before?.state === "known" ? before.person : null;
  // Of a known person who was not looked up just now there is more than this save tells.
  if (outcome.wasKnown && held === null) return await forgetMatch(workspace, draft.linkedinUrl);
  const person = held ? changed(held, record) : created(outcome.personId, record);
  await rememberMatch(workspace, draft.linkedinUrl, { state: "known", at: now, person });
}

function created(personId: string, record: SaveRecord): KnownPerson {
  const { draft } = record;
  return {
    id: personId,
    name: draft.name,
    firstName: draft.firstName ?? null,
    lastName: draft.lastName ?? null,
    publicId: draft.linkedinUrl.slice(draft.linkedinUrl.lastIndexOf("/") + 1),
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
    candidacies: candidaciesOf(record),
    lastActivityAt: null,
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

/** The jobs this save put her on; without a stage of its own she is at the first, whose name is not known here. */
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
