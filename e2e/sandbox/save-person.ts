import { randomUUID } from "node:crypto";
import type { CreatePerson, UpdatePerson } from "./api/bodies.ts";
import type { Behavior } from "./behavior.ts";
import { publicIdOf } from "./public-id.ts";
import type { Candidate, ClientContact, ContactValue, Person } from "./records.ts";
import type { Store } from "./store.ts";

interface Saved {
  person: Person;
  candidate: Candidate | undefined;
  contact: ClientContact | undefined;
}

/** What `POST /v1/persons` does: creates or matches, then job, client and note. */
export function savePerson(store: Store, body: CreatePerson, behavior: Behavior): Saved {
  const known = store.personByUrl(body.linkedin_url);
  const person = known ?? blankPerson(body, store.clock.iso());
  if (!known) store.persons.push(person);
  writeFields(store, person, fieldsOf(body), known ? behavior.onRepeat : "overwrite");
  person.enrich_record = body.enrich_record ?? person.enrich_record;
  if (body.notes && (!known || behavior.repeatsNote)) store.addActivity(person, "secondary_note", body.notes);

  const job = body.job_id ? store.job(body.job_id) : body.job_name && store.jobByName(body.job_name);
  const client = body.client_id
    ? store.company(body.client_id)
    : body.client_name && store.companyByName(body.client_name);
  return {
    person,
    candidate: job ? store.addCandidate(person, job, !behavior.repeatsCandidate) : undefined,
    contact: client ? store.addClientContact(person, client) : undefined,
  };
}

/** What `PATCH /v1/persons/{id}` does: e-mail and phone lists replace all. */
export function updatePerson(store: Store, person: Person, body: UpdatePerson): void {
  writeFields(store, person, fieldsOf(body), "overwrite");
  if (body.linkedin_headline) person.linkedin_headline = body.linkedin_headline;
  if (body.linkedin_url) {
    person.linkedin_url = body.linkedin_url;
    person.linkedin_public_id = publicIdOf(body.linkedin_url);
  }
  if (body.emails) person.emails = body.emails;
  if (body.phone_numbers) person.phones = body.phone_numbers;
  person.enrich_record = body.enrich_record ?? person.enrich_record;
  const job = body.job_id && store.job(body.job_id);
  if (job) store.addCandidate(person, job, true);
}

function blankPerson(body: CreatePerson, now: string): Person {
  const [first = body.name, ...rest] = body.name.split(" ");
  return {
    id: randomUUID(),
    name: body.name,
    first_name: first,
    last_name: rest.join(" ") || null,
    linkedin_url: body.linkedin_url,
    linkedin_public_id: publicIdOf(body.linkedin_url),
    linkedin_headline: null,
    linkedin_location: null,
    current_job_title: null,
    current_company_name: null,
    external_source_id: null,
    emails: [],
    phones: [],
    enrich_record: null,
    created_at: now,
    updated_at: now,
  };
}

type Fields = Partial<Omit<Person, "id" | "emails" | "phones">> & {
  emails: ContactValue[];
  phones: ContactValue[];
};

function fieldsOf(body: CreatePerson | UpdatePerson): Fields {
  return {
    ...(body.name && { name: body.name }),
    ...(body.first_name && { first_name: body.first_name }),
    ...(body.last_name && { last_name: body.last_name }),
    ...(body.current_job_title && { current_job_title: body.current_job_title }),
    ...(body.company_name && { current_company_name: body.company_name }),
    ...(body.linkedin_location && { linkedin_location: body.linkedin_location }),
    ...("external_source_id" in body && { external_source_id: body.external_source_id ?? null }),
    emails: [
      ...typed("work", body.work_email),
      ...typed("personal", body.personal_email),
      ...untyped(body.emails),
    ],
    phones: [
      ...typed("work", body.work_phone),
      ...typed("mobile", body.mobile_phone),
      ...untyped(body.phone_numbers),
    ],
  };
}

function typed(type: string, value: string | undefined): ContactValue[] {
  return value ? [{ contact_data_type: type, value }] : [];
}

/** The plain strings of a creation; an update's typed lists are handled by `updatePerson`. */
function untyped(values: (string | ContactValue)[] | undefined): ContactValue[] {
  return (values ?? []).flatMap((value) => (typeof value === "string" ? typed("other", value) : []));
}

function writeFields({ clock }: Store, person: Person, fields: Fields, how: Behavior["onRepeat"]): void {
  if (how === "ignore") return;
  const { emails, phones, ...rest } = fields;
  const written =
    how === "overwrite"
      ? rest
      : Object.fromEntries(Object.entries(rest).filter(([key]) => !(person as never)[key]));
  Object.assign(person, written, { updated_at: clock.iso() });
  addMissing(person.emails, emails);
  addMissing(person.phones, phones);
}

function addMissing(held: ContactValue[], added: ContactValue[]): void {
  for (const one of added) if (!held.some(({ value }) => value === one.value)) held.push(one);
}
