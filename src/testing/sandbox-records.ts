/** Records to put into the sandbox's workspace, in the API's own field names. */
import { randomUUID } from "node:crypto";
import type { Company, Person } from "../../e2e/sandbox/records.ts";
import type { Store } from "../../e2e/sandbox/store.ts";

export function addCompany(store: Store, name: string, fields: Partial<Company> = {}): Company {
  const company: Company = {
    id: randomUUID(),
    name,
    domain: "",
    linkedin_url: null,
    linkedin_id: null,
    do_not_contact_metadata: null,
    owners: [],
    date_of_last_engagement: null,
    is_client: false,
    do_not_contact: false,
    client_status: null,
    ...fields,
  };
  store.companies.push(company);
  return company;
}

/** `slug` null: Stardex has no profile of the person. */
export function addPerson(
  store: Store,
  name: string,
  slug: string | null,
  fields: Partial<Person> = {},
): Person {
  const person: Person = {
    id: randomUUID(),
    name,
    first_name: name.split(" ")[0] ?? null,
    last_name: name.split(" ").slice(1).join(" "),
    linkedin_url: slug === null ? "" : `https://www.linkedin.com/in/${slug}`,
    linkedin_public_id: slug,
    linkedin_headline: null,
    linkedin_location: null,
    current_job_title: "Baker",
    current_company_name: null,
    external_source_id: null,
    emails: [],
    phones: [],
    enrich_record: null,
    created_at: "2026-03-01T09:00:00.000Z",
    updated_at: "2026-03-01T09:00:00.000Z",
    ...fields,
  };
  store.persons.push(person);
  return person;
}
