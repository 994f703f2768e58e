/** The bodies as the routes get them: by then the contract has been held against them. */
import type { ContactValue } from "../records.ts";

interface PersonFields {
  first_name?: string;
  last_name?: string;
  current_job_title?: string;
  linkedin_location?: string;
  company_name?: string;
  work_email?: string;
  personal_email?: string;
  work_phone?: string;
  mobile_phone?: string;
  job_id?: string;
  enrich_record?: boolean;
}

export interface CreatePerson extends PersonFields {
  name: string;
  linkedin_url: string;
  emails?: string[];
  phone_numbers?: string[];
  notes?: string;
  job_name?: string;
  client_id?: string;
  client_name?: string;
  external_source_id?: string;
}

export interface UpdatePerson extends PersonFields {
  name?: string;
  linkedin_url?: string;
  linkedin_headline?: string;
  emails?: ContactValue[];
  phone_numbers?: ContactValue[];
  custom_fields?: FieldBody[];
}

export interface FieldBody {
  attribute_id: string;
  value?: string;
  add_values?: string[];
}

export interface Paged {
  limit?: number;
  offset?: number;
}

export interface SearchPersons extends Paged {
  linkedin_url?: string;
  email?: string;
  name?: string;
  phone?: string;
  keywords?: string[];
  job_id?: string;
  current_company_ids?: string[];
  include?: string[];
}

export interface SearchJobs extends Paged {
  keywords?: string[];
  is_archived?: boolean;
  sort_by?: string;
  sort_order?: "asc" | "desc";
  company_ids_included?: string[];
  team_member_ids?: string[];
}

export interface SearchCompanies extends Paged {
  keywords?: string[];
  is_client?: boolean;
  linkedin_url?: string;
  domain?: string;
}

export interface SearchLists extends Paged {
  /** One string here, an array in every other search. */
  keywords?: string;
  is_archived?: boolean;
}

export interface ListItems {
  person_ids?: string[];
}

export interface UpdateStage {
  job_id?: string;
  candidate_id?: string;
  stage_id?: string;
  stage_name?: string;
}

export interface ActivityBody {
  activity_type: string;
  activity_content: string;
  person_id?: string;
  linkedin_url?: string;
  email?: string;
}

export interface TaskBody {
  content_text: string;
  task_type: string;
  due_date?: string;
  is_completed?: boolean;
  person_id?: string;
  job_id?: string;
  owner_ids?: string[];
}

export interface SearchTasks extends Paged {
  related_to?: string;
  keywords?: string[];
  is_completed?: boolean;
}
