/** The bodies the API takes. Unknown keys are let through, null and "" are not what the reference allows. */
import { z } from "zod";

const filled = z.string().min(1);
const contactValues = z.array(z.object({ contact_data_type: filled, value: filled }));

const personFields = {
  first_name: filled.optional(),
  last_name: filled.optional(),
  current_job_title: filled.optional(),
  linkedin_location: filled.optional(),
  company_name: filled.optional(),
  work_email: z.email().optional(),
  personal_email: z.email().optional(),
  work_phone: filled.optional(),
  mobile_phone: filled.optional(),
  job_id: z.uuid().optional(),
  enrich_record: z.boolean().optional(),
};

export const createPersonBody = z.object({
  ...personFields,
  name: filled,
  linkedin_url: z.url(),
  emails: z.array(z.email()).optional(),
  phone_numbers: z.array(filled).optional(),
  notes: filled.optional(),
  job_name: filled.optional(),
  client_id: z.uuid().optional(),
  client_name: filled.optional(),
  external_source_id: filled.optional(),
});
export type CreatePerson = z.infer<typeof createPersonBody>;

export const updatePersonBody = z.object({
  ...personFields,
  name: filled.optional(),
  linkedin_url: z.url().optional(),
  linkedin_headline: filled.optional(),
  emails: contactValues.optional(),
  phone_numbers: contactValues.optional(),
});
export type UpdatePerson = z.infer<typeof updatePersonBody>;

const paged = (most: number) => ({
  limit: z.int().min(1).max(most).default(Math.min(50, most)),
  offset: z.int().min(0).default(0),
});

export const searchPersonsBody = z.object({
  ...paged(100),
  linkedin_url: filled.optional(),
  email: filled.optional(),
  name: filled.optional(),
  phone: filled.optional(),
  keywords: z.array(z.string()).optional(),
  job_id: z.uuid().optional(),
  include: z.array(z.string()).optional(),
});

export const searchJobsBody = z.object({
  ...paged(200),
  keywords: z.array(z.string()).optional(),
  is_archived: z.boolean().optional(),
  sort_by: z.string().optional(),
  sort_order: z.enum(["asc", "desc"]).optional(),
  company_ids_included: z.array(z.uuid()).optional(),
  owner_ids: z.array(z.string()).optional(),
});

export const searchCompaniesBody = z.object({
  ...paged(100),
  keywords: z.array(z.string()).optional(),
  is_client: z.boolean().optional(),
});

export const searchListsBody = z.object({ ...paged(100), keywords: z.array(z.string()).optional() });

export const listItemsBody = z.object({ person_ids: z.array(filled).min(1) });

export const updateStageBody = z.object({
  job_id: z.uuid(),
  candidate_id: z.uuid(),
  stage_id: z.uuid().optional(),
  stage_name: filled.optional(),
});

export const activityBody = z.object({
  activity_type: filled,
  activity_content: filled,
  person_id: filled.optional(),
  linkedin_url: filled.optional(),
  email: filled.optional(),
});

export const taskBody = z.object({
  content_text: filled,
  task_type: z.enum(["text", "linkedin_message", "linkedin_connection", "call", "other"]),
  due_date: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  person_id: filled.optional(),
  job_id: z.uuid().optional(),
});
