/**
 * What Stardex answers, as far as it is used. Lenient on purpose: ids are opaque, any field may be null
 * or absent, unknown keys are kept, and a field of an unexpected type reads as null instead of failing
 * the whole answer. Fields: the vendor's reference, v1 ("Persons", "Jobs").
 */
import * as z from "zod/mini";

const text = z.catch(z.optional(z.nullable(z.string())), null);

/** POST /v1/persons. */
export const createdPersonSchema = z.looseObject({
  data: z.looseObject({ id: text, candidate_id: text }),
});

/** A row of POST /v1/persons/search. Which name the company has in a row is not said: both are read. */
export const personRowSchema = z.looseObject({
  id: text,
  name: text,
  linkedin_public_id: text,
  current_job_title: text,
  current_company_name: text,
  company_name: text,
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const personRowsSchema = z.looseObject({ data: z.array(personRowSchema) });

/** A row of POST /v1/jobs/search. One without id or name cannot be offered. */
export const jobRowSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  client_company_name: text,
  location: text,
  candidate_count: z.catch(z.optional(z.nullable(z.number())), null),
});
export const jobRowsSchema = z.looseObject({ data: z.array(z.unknown()) });

/** GET /v1/persons/{id}: the jobs she is a candidate on. */
export const personJobsSchema = z.looseObject({
  data: z.looseObject({
    candidates: z.catch(z.array(z.looseObject({ job_id: text, candidate_id: text })), []),
  }),
});

/** Any answer that is Stardex' own: a proxy's JSON has no `success: true`. */
export const successSchema = z.looseObject({ success: z.literal(true) });

/** The server's word that it did not do it, whatever the status. Shape A. */
export const refusalSchema = z.looseObject({
  success: z.literal(false),
  error: z.looseObject({
    message: text,
    retry_after_seconds: z.catch(z.optional(z.nullable(z.number())), null),
  }),
});

/** Shape B: the server's framework, for unknown routes and some 4xx and 5xx. */
export const frameworkErrorSchema = z.looseObject({ statusCode: z.number(), message: text });
