/**
 * What Stardex answers, as far as it is used. Lenient on purpose: ids are opaque, any field may be null
 * or absent, unknown keys are let pass, and a field of an unexpected type reads as null instead of failing
 * the whole answer. Fields: the vendor's reference, v1.
 */
import * as z from "zod/mini";

const text = z.catch(z.optional(z.nullable(z.string())), null);
const number = z.catch(z.optional(z.nullable(z.number())), null);
const flag = z.catch(z.optional(z.nullable(z.boolean())), null);
const rows = z.catch(z.optional(z.array(z.unknown())), []);

/** POST /v1/persons. */
export const createdPersonSchema = z.lazy(() =>
  z.looseObject({
    data: z.looseObject({ id: text, candidate_id: text, client_contact_id: text }),
  }),
);

/** A page of any search. A row that cannot be read spoils no other. */
export const pageSchema = z.lazy(() =>
  z.looseObject({
    data: z.array(z.unknown()),
    meta: z.catch(z.optional(z.looseObject({ total: number })), undefined),
  }),
);

/**
 * A person, of GET /v1/persons/{id} or a search. Which name the company has is not said for all answers:
 * both are read. The latest activity's date is in no list of fields: taken when it is there.
 */
export const personRowSchema = z.lazy(() =>
  z.looseObject({
    id: z.string(),
    name: text,
    first_name: text,
    last_name: text,
    linkedin_public_id: text,
    current_job_title: text,
    current_company_name: text,
    company_name: text,
    linkedin_location: text,
    external_source_id: text,
    emails: rows,
    phones: rows,
    candidates: rows,
    last_activity_at: text,
  }),
);

export const personAnswerSchema = z.lazy(() => z.looseObject({ data: z.unknown() }));

/** An entry of a person's `emails` and `phones`. */
export const contactRowSchema = z.lazy(() => z.looseObject({ contact_data_type: text, value: z.string() }));

/** An entry of a person's `candidates`. */
export const candidateRowSchema = z.lazy(() =>
  z.looseObject({
    job_id: z.string(),
    candidate_id: text,
    job_name: text,
    job_client_company_name: text,
    current_pipeline_stage_id: text,
    current_pipeline_stage_name: text,
    is_archived: flag,
    created_at: text,
  }),
);

/** A row of POST /v1/jobs/search. One without id or name cannot be offered. */
export const jobRowSchema = z.lazy(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    client_company_name: text,
    location: text,
    candidate_count: number,
  }),
);
export type JobRow = z.infer<typeof jobRowSchema>;

/** GET /v1/jobs/{id}. */
export const jobDetailSchema = z.lazy(() =>
  z.looseObject({
    data: z.looseObject({ pipeline_stages: z.array(z.unknown()) }),
  }),
);

/** A stage of a job's pipeline; a row of POST /v1/lists/search. */
export const namedRowSchema = z.lazy(() => z.looseObject({ id: z.string(), name: z.string() }));
export type NamedRow = z.infer<typeof namedRowSchema>;

/** A row of POST /v1/companies/search. */
export const companyRowSchema = z.lazy(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    is_client: flag,
    do_not_contact: flag,
  }),
);
export type CompanyRow = z.infer<typeof companyRowSchema>;

/** POST /v1/lists/{id}/items. */
export const listAnswerSchema = z.lazy(() =>
  z.looseObject({ data: z.looseObject({ failed: z.array(z.unknown()) }) }),
);

/** Any answer that is Stardex' own: a proxy's JSON has no `success: true`. */
export const successSchema = z.lazy(() => z.looseObject({ success: z.literal(true) }));

/** The server's word that it did not do it, whatever the status. Shape A. */
export const refusalSchema = z.lazy(() =>
  z.looseObject({
    success: z.literal(false),
    error: z.looseObject({ message: text, retry_after_seconds: number }),
  }),
);

/** Shape B: the server's framework, for unknown routes and some 4xx and 5xx. */
export const frameworkErrorSchema = z.lazy(() => z.looseObject({ statusCode: z.number(), message: text }));

/** An entry of GET /v1/persons/{id}/activities. */
export const activityRowSchema = z.lazy(() => z.looseObject({ created_at: text, activity_content: text }));

/** A row of POST /v1/tasks/search. */
export const taskRowSchema = z.lazy(() => z.looseObject({ created_at: text, content_text: z.string() }));
