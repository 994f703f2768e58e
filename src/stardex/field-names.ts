/** The API's names of the fields a save holds, beside ours: the one place that knows both. */

/** Our name -> the API's, of a person's own fields. Vendor's reference: POST and PATCH of persons. */
export const personFieldNames = {
  name: "name",
  linkedinUrl: "linkedin_url",
  firstName: "first_name",
  lastName: "last_name",
  currentJobTitle: "current_job_title",
  companyName: "company_name",
  location: "linkedin_location",
  workEmail: "work_email",
  personalEmail: "personal_email",
  emails: "emails",
  workPhone: "work_phone",
  mobilePhone: "mobile_phone",
  phoneNumbers: "phone_numbers",
  externalSourceId: "external_source_id",
} as const;

/** Of what goes with a person. */
const otherFieldNames = {
  note: ["notes", "activity_content"],
  jobs: ["job_id", "job_name", "stage_id"],
  client: ["client_id", "client_name"],
  taskText: ["content_text"],
  taskDue: ["due_date"],
  fields: ["custom_fields"],
} as const;

export type PersonField = keyof typeof personFieldNames;
export type SavedField = PersonField | keyof typeof otherFieldNames;

const ours: Map<string, SavedField> = new Map([
  ...Object.entries(personFieldNames).map(([field, name]) => [name, field as SavedField] as const),
  ...Object.entries(otherFieldNames).flatMap(([field, names]) =>
    names.map((name) => [name, field as SavedField] as const),
  ),
]);

/** The longer ones first: `name` stands in most messages of a server, and in most other names. */
export const apiFieldNames: string[] = [...ours.keys()].sort((a, b) => b.length - a.length);

/** Our name of a field that Stardex refused, `undefined` for one no save holds. */
export function savedFieldOf(apiName: string): SavedField | undefined {
  return ours.get(apiName);
}
