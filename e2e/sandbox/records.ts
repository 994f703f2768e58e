/** What a workspace of the sandbox holds, in the API's own field names. */

export interface ContactValue {
  contact_data_type: string;
  value: string;
}

export interface Person {
  id: string;
  name: string;
  first_name: string | null;
  last_name: string | null;
  linkedin_url: string;
  linkedin_public_id: string | null;
  linkedin_headline: string | null;
  linkedin_location: string | null;
  current_job_title: string | null;
  current_company_name: string | null;
  external_source_id: string | null;
  emails: ContactValue[];
  phones: ContactValue[];
  /** By field id: option ids, or one plain value. Told as `custom_fields`. */
  field_values?: Record<string, string[]>;
  /** The last `enrich_record` asked for: not part of any answer, for assertions. */
  enrich_record: boolean | null;
  created_at: string;
  updated_at: string;
}

export interface Stage {
  id: string;
  name: string;
}

export interface Job {
  id: string;
  name: string;
  client_company_name: string;
  client_company_id: string;
  job_status_name: string;
  location: string | null;
  is_archived: boolean;
  created_at: string;
  pipeline_stages: Stage[];
  /** Who works on it. */
  team_member_ids: string[];
}

export interface CustomField {
  id: string;
  name: string;
  description: string | null;
  data_type: string;
  job_id: string | null;
  list_id: string | null;
  tags: { id: string; name: string; color: string; description: string | null }[];
}

export interface TeamMember {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
}

export interface Candidate {
  candidate_id: string;
  person_id: string;
  job_id: string;
  stage_id: string;
  /** Since when the candidate is there. */
  stage_date: string;
  is_archived: boolean;
  created_at: string;
}

export interface Company {
  id: string;
  name: string;
  domain: string;
  linkedin_url: string | null;
  /** LinkedIn's own number. */
  linkedin_id: number | null;
  is_client: boolean;
  do_not_contact: boolean;
  /** Its shape is in no sample of the reference. */
  do_not_contact_metadata: Record<string, unknown> | null;
  client_status: { id: string; name: string } | null;
  owners: { id: string; first_name: string; last_name: string; image_url: string | null }[];
  date_of_last_engagement: string | null;
}

export interface ClientContact {
  id: string;
  person_id: string;
  client_id: string;
}

export interface Activity {
  id: string;
  person_id: string;
  activity_type: string;
  activity_content: string;
  created_at: string;
  team_member_id: string | null;
  job_id: string | null;
  /** Of an e-mail. */
  subject: string | null;
}

export interface List {
  id: string;
  name: string;
  list_type: "persons" | "companies";
  is_archived: boolean;
  person_ids: string[];
  created_at: string;
}

export interface Task {
  id: string;
  content_text: string;
  task_type: string;
  due_date: string | null;
  is_completed: boolean;
  person_id: string | null;
  job_id: string | null;
  owner_ids: string[];
  created_at: string;
}
