import type { SaveDraft } from "../save.ts";

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
  emails?: string[];
  mobile_phone?: string;
  work_phone?: string;
  phone_numbers?: string[];
  job_id?: string;
}

/** The form's fields under the API's names. `enrich_record` is always true: the product's promise. */
export function personBody(draft: SaveDraft): PersonBody {
  return {
    name: draft.name.trim(),
    linkedin_url: draft.linkedinUrl,
    enrich_record: true,
    ...filled("first_name", draft.firstName),
    ...filled("last_name", draft.lastName),
    ...filled("current_job_title", draft.currentJobTitle),
    ...filled("company_name", draft.companyName),
    ...filled("linkedin_location", draft.location),
    ...(draft.emails?.length && { emails: draft.emails }),
    ...filled("mobile_phone", draft.mobilePhone),
    ...filled("work_phone", draft.workPhone),
    ...(draft.phoneNumbers?.length && { phone_numbers: draft.phoneNumbers }),
    ...filled("job_id", draft.job?.id),
  };
}

function filled<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  const trimmed = value?.trim();
  return (trimmed ? { [name]: trimmed } : {}) as { [P in K]?: string };
}
