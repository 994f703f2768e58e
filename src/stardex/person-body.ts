import type { ContactRow } from "./types.ts";

/** The body of POST /v1/persons; absent is not empty, so a field without a value is not there. */
export interface PersonBody {
  name: string;
  linkedin_url: string;
  enrich_record: true;
  first_name?: string;
  last_name?: string;
  current_job_title?: string;
  company_name?: string;
  linkedin_location?: string;
  work_email?: string;
  personal_email?: string;
  emails?: string[];
  work_phone?: string;
  mobile_phone?: string;
  phone_numbers?: string[];
  external_source_id?: string;
  notes?: string;
  job_id?: string;
  job_name?: string;
  client_id?: string;
  client_name?: string;
}

/** The body of PATCH /v1/persons/{id}: what is named is overwritten, the two lists as a whole. */
export interface PersonPatch {
  enrich_record?: true;
  name?: string;
  first_name?: string;
  last_name?: string;
  current_job_title?: string;
  company_name?: string;
  linkedin_location?: string;
  linkedin_url?: string;
  work_email?: string;
  personal_email?: string;
  work_phone?: string;
  mobile_phone?: string;
  emails?: ContactRow[];
  phone_numbers?: ContactRow[];
  job_id?: string;
  custom_fields?: CustomFieldWrite[];
}

/** `value` and `add_values`: ids of options, or plain text; what is left out stays. */
export interface CustomFieldWrite {
  attribute_id: string;
  value?: string;
  add_values?: string[];
  add_team_member_ids?: string[];
}
