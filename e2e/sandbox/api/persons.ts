import { publicIdOf } from "../public-id.ts";
import type { Candidate, Person } from "../records.ts";
import { savePerson, updatePerson } from "../save-person.ts";
import type { Store } from "../store.ts";
import { timelineOf } from "./activities.ts";
import { bodyOf, notFound, ok, page, refuseAsPlayed } from "./answers.ts";
import type { CreatePerson, SearchPersons, UpdatePerson } from "./bodies.ts";
import { fieldAnswers, mistakeInFields, writeFieldValues } from "./fields.ts";
import { type ApiApp, hasKeywords, storeOf } from "./state.ts";

export function personRoutes(app: ApiApp): void {
  app.post("/v1/persons", async (c) => {
    const body = await bodyOf<CreatePerson>(c);
    const { behavior } = c.get("state");
    const store = storeOf(c);
    if (body.job_id && !store.job(body.job_id)) return notFound(c, "Job");
    if (body.client_id && !store.company(body.client_id)) return notFound(c, "Client");
    const { person, candidate, contact } = savePerson(store, body, behavior);
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
    return ok(c, data, behavior.createdStatus);
  });

  app.post("/v1/persons/search", async (c) => {
    const body = await bodyOf<SearchPersons>(c);
    const store = storeOf(c);
    const { behavior } = c.get("state");
    if (body.include?.includes("activities") && behavior.timeline === "forbidden")
      return refuseAsPlayed(c, 403, "FORBIDDEN", "Not permitted");
    const publicId = body.linkedin_url && publicIdOf(body.linkedin_url);
    const isShown = ({ created_at }: Person) =>
      store.clock.now() - Date.parse(created_at) >= behavior.searchDelay;
    const found = store.persons.filter(
      (person) =>
        isShown(person) &&
        (body.linkedin_url === undefined || (publicId !== null && person.linkedin_public_id === publicId)) &&
        (!body.name || person.name.toLowerCase().includes(body.name.toLowerCase())) &&
        (!body.email ||
          person.emails.some(({ value }) => value.toLowerCase() === body.email?.toLowerCase())) &&
        (!body.phone || person.phones.some(({ value }) => value === body.phone)) &&
        (!body.job_id || store.candidatesOf(person.id).some(({ job_id }) => job_id === body.job_id)) &&
        (!body.current_company_ids ||
          body.current_company_ids.includes(
            store.companyByName(person.current_company_name ?? "")?.id ?? "",
          )) &&
        hasKeywords(c, body.keywords, person.name, person.current_job_title, person.current_company_name),
    );
    return page(
      c,
      found.map((person) => ({
        ...personAnswer(store, person),
        ...(behavior.personFields !== "absent" && {
          custom_fields: fieldAnswers(store, person, behavior.personFields),
        }),
        ...(behavior.timelineInSearch && { activities: timelineOf(store, person, behavior) }),
      })),
      body,
    );
  });

  app.get("/v1/persons/:id", (c) => {
    const store = storeOf(c);
    const person = store.person(c.req.param("id"));
    if (!person) return notFound(c, "Person");
    const { candidates, ...rest } = personAnswer(store, person);
    return ok(c, c.get("state").behavior.candidacies === "absent" ? rest : { ...rest, candidates });
  });

  app.patch("/v1/persons/:id", async (c) => {
    const body = await bodyOf<UpdatePerson>(c);
    const store = storeOf(c);
    const person = store.person(c.req.param("id"));
    if (!person) return notFound(c, "Person");
    if (body.job_id && !store.job(body.job_id)) return notFound(c, "Job");
    const wrong = mistakeInFields(store, body.custom_fields ?? []);
    if (wrong) return refuseAsPlayed(c, 400, "VALIDATION_ERROR", `body/custom_fields ${wrong}`);
    updatePerson(store, person, body);
    writeFieldValues(store, person, body.custom_fields ?? []);
    if (c.get("state").behavior.changedStatus === 204) return c.body(null, 204);
    return ok(c, { message: "Person updated successfully" });
  });
}

/** All there is; the contract cuts it down. `linkedin_location` stands in no answer that was seen but creation's. */
function personAnswer(store: Store, person: Person) {
  const { linkedin_location: _location, field_values: _values, ...fields } = person;
  const company = person.current_company_name && store.companyByName(person.current_company_name);
  return {
    ...fields,
    current_company_id: company ? company.id : null,
    work_experience: [],
    education_experience: [],
    certifications: [],
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
