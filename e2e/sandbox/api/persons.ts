import type { Behavior } from "../behavior.ts";
import { publicIdOf } from "../public-id.ts";
import type { Candidate, Person } from "../records.ts";
import { savePerson, updatePerson } from "../save-person.ts";
import type { Store } from "../store.ts";
import { ok, page, parseBody, refuse } from "./answers.ts";
import { activityBody, createPersonBody, searchPersonsBody, updatePersonBody } from "./bodies.ts";
import { type ApiApp, type ApiState, hasAll, storeOf } from "./state.ts";

const ACTIVITY_TYPES = ["secondary_note", "meeting_note", "call_note", "interview_note", "linkedin_message"];

export function personRoutes(app: ApiApp, state: ApiState): void {
  app.post("/v1/persons", async (c) => {
    const parsed = await parseBody(c, createPersonBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const store = storeOf(c, state);
    if (body.job_id && !store.job(body.job_id)) return refuse(c, 404, "NOT_FOUND", "Job not found");
    if (body.client_id && !store.company(body.client_id))
      return refuse(c, 404, "NOT_FOUND", "Client not found");
    const { person, candidate, contact } = savePerson(store, body, state.behavior);
    const data = {
      id: person.id,
      name: person.name,
      linkedin_public_id: person.linkedin_public_id,
      current_job_title: person.current_job_title,
      company_name: person.current_company_name,
      linkedin_location: person.linkedin_location,
      emails: person.emails,
      phones: person.phones,
      candidate_id: candidate?.candidate_id ?? null,
      client_contact_id: contact?.id ?? null,
      external_source_id: person.external_source_id,
    };
    return ok(c, data, state.behavior.createdStatus);
  });

  app.post("/v1/persons/search", async (c) => {
    const parsed = await parseBody(c, searchPersonsBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const store = storeOf(c, state);
    const publicId = body.linkedin_url && publicIdOf(body.linkedin_url);
    const found = store.persons.filter(
      (person) =>
        (body.linkedin_url === undefined || (publicId !== null && person.linkedin_public_id === publicId)) &&
        (!body.name || person.name.toLowerCase().includes(body.name.toLowerCase())) &&
        (!body.email ||
          person.emails.some(({ value }) => value.toLowerCase() === body.email?.toLowerCase())) &&
        (!body.phone || person.phones.some(({ value }) => value === body.phone)) &&
        (!body.job_id || store.candidatesOf(person.id).some(({ job_id }) => job_id === body.job_id)) &&
        hasAll(body.keywords, person.name, person.current_job_title, person.current_company_name),
    );
    return page(
      c,
      found.map((person) => personAnswer(store, person, state.behavior)),
      body,
    );
  });

  app.get("/v1/persons/:id", (c) => {
    const store = storeOf(c, state);
    const person = store.person(c.req.param("id"));
    return person
      ? ok(c, personAnswer(store, person, state.behavior))
      : refuse(c, 404, "NOT_FOUND", "Person not found");
  });

  app.patch("/v1/persons/:id", async (c) => {
    const parsed = await parseBody(c, updatePersonBody);
    if ("refusal" in parsed) return parsed.refusal;
    const store = storeOf(c, state);
    const person = store.person(c.req.param("id"));
    if (!person) return refuse(c, 404, "NOT_FOUND", "Person not found");
    if (parsed.body.job_id && !store.job(parsed.body.job_id))
      return refuse(c, 404, "NOT_FOUND", "Job not found");
    updatePerson(store, person, parsed.body);
    return ok(c, { message: "Person updated successfully" });
  });

  app.get("/v1/person-activities/types", (c) =>
    ok(
      c,
      ACTIVITY_TYPES.map((name) => ({ id: name, name })),
    ),
  );

  app.post("/v1/person-activities", async (c) => {
    const parsed = await parseBody(c, activityBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const store = storeOf(c, state);
    if (!body.person_id && !body.linkedin_url && !body.email)
      return refuse(c, 400, "VALIDATION_ERROR", "One of person_id, linkedin_url or email is required");
    if (!ACTIVITY_TYPES.includes(body.activity_type))
      return refuse(c, 400, "VALIDATION_ERROR", "body/activity_type is not a known activity type");
    const person =
      (body.person_id && store.person(body.person_id)) ||
      (body.linkedin_url && store.personByUrl(body.linkedin_url)) ||
      (body.email && store.personByEmail(body.email));
    if (!person) return refuse(c, 404, "NOT_FOUND", "Person not found");
    const activity = store.addActivity(person, body.activity_type, body.activity_content);
    return ok(c, activity, state.behavior.createdStatus);
  });
}

function personAnswer(store: Store, person: Person, { tellsLastActivity }: Behavior) {
  const { enrich_record: _asked, linkedin_url: _url, linkedin_location: _location, ...fields } = person;
  const company = person.current_company_name && store.companyByName(person.current_company_name);
  return {
    ...fields,
    current_company_id: company ? company.id : null,
    work_experience: [],
    education_experience: [],
    certifications: [],
    ...(tellsLastActivity && { last_activity_at: store.lastActivityOf(person.id)?.created_at ?? null }),
    candidates: store.candidatesOf(person.id).map((candidate) => candidateAnswer(store, candidate)),
  };
}

function candidateAnswer(store: Store, candidate: Candidate) {
  const job = store.job(candidate.job_id);
  const stage = job?.pipeline_stages.find(({ id }) => id === candidate.stage_id);
  return {
    candidate_id: candidate.candidate_id,
    job_id: candidate.job_id,
    job_name: job?.name ?? null,
    job_client_company_name: job?.client_company_name ?? null,
    current_pipeline_stage_name: stage?.name ?? null,
    current_pipeline_stage_id: candidate.stage_id,
    is_archived: candidate.is_archived,
    created_at: candidate.created_at,
  };
}
