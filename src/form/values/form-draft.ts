/** The form's values as the draft of a save, and back. */
import { isEmail } from "../../model/email.ts";
import { type SaveDraft, saveDraftSchema } from "../../model/save.ts";
import type { PersonValues } from "../match/known-update.ts";
import { fieldWrites, inputsOfWrites } from "../memory/field-inputs.ts";
import { errorsOf, type FormErrors } from "./form-errors.ts";
import { blankValues, type FormValues, isCandidate, isContact, sentFields } from "./form-values.ts";
import { isEmailField, SEPARATOR, valuesOf } from "./several.ts";

/** The draft these values make, or what is wrong at which field. */
export function toDraft(
  linkedinUrl: string,
  values: FormValues,
): { draft: SaveDraft; errors?: never } | { draft?: never; errors: FormErrors } {
  const errors = errorsOf(values);
  if (Object.keys(errors).length > 0) return { errors };
  const {
    role,
    jobs,
    jobName,
    jobText,
    listText,
    client,
    list,
    fields: _fields,
    log: _log,
    taskText,
    taskDue,
    ...others
  } = values;
  const { emails: _emails, phoneNumbers: _phones, ...texts } = others;
  const [emails, phoneNumbers] = [valuesOf("emails", values), valuesOf("phoneNumbers", values)];
  const filled = Object.entries(texts).filter(([, value]) => value.trim() !== "");
  const writes = fieldWrites(sentFields(values));
  const hint = isCandidate(values) && jobs.length === 0 ? jobName.trim() : "";
  return {
    draft: saveDraftSchema.parse({
      linkedinUrl,
      ...Object.fromEntries(filled),
      ...(emails.length > 0 && { emails }),
      ...(phoneNumbers.length > 0 && { phoneNumbers }),
      role,
      jobs: isCandidate(values) ? jobs : [],
      ...(hint && { jobName: hint }),
      ...(isContact(values) && client && { client }),
      ...(list && { list }),
      ...(writes.length > 0 && { fields: writes }),
      ...(taskText.trim() && { task: { text: taskText, ...(taskDue && { dueDate: taskDue }) } }),
    }),
  };
}

/** The form of a draft, to be gone on with. */
export function formOfDraft(draft: SaveDraft): FormValues {
  return {
    ...blankValues,
    name: draft.name,
    currentJobTitle: draft.currentJobTitle ?? "",
    companyName: draft.companyName ?? "",
    location: draft.location ?? "",
    jobName: draft.jobName ?? "",
    note: draft.note ?? "",
    taskText: draft.task?.text ?? "",
    taskDue: draft.task?.dueDate ?? "",
    workEmail: draft.workEmail ?? "",
    personalEmail: draft.personalEmail ?? "",
    emails: (draft.emails ?? []).join(SEPARATOR),
    workPhone: draft.workPhone ?? "",
    mobilePhone: draft.mobilePhone ?? "",
    phoneNumbers: (draft.phoneNumbers ?? []).join(SEPARATOR),
    firstName: draft.firstName ?? "",
    lastName: draft.lastName ?? "",
    externalSourceId: draft.externalSourceId ?? "",
    role: draft.role,
    jobs: draft.jobs,
    client: draft.client ?? null,
    list: draft.list ?? null,
    fields: inputsOfWrites(draft.fields ?? []),
  };
}

/** What the form says of the person, to be held against what Stardex has; what is no address is left out. */
export function personValues(linkedinUrl: string, values: FormValues): PersonValues {
  const texts = PERSON_TEXTS.map((name) => [name, values[name].trim()] as const);
  const isGood = ([name, value]: (typeof texts)[number]) =>
    value !== "" && (!isEmailField(name) || isEmail(value));
  return {
    linkedinUrl,
    ...Object.fromEntries(texts.filter(isGood)),
    emails: valuesOf("emails", values).filter(isEmail),
    phoneNumbers: valuesOf("phoneNumbers", values),
  };
}

const PERSON_TEXTS = [
  "name",
  "firstName",
  "lastName",
  "currentJobTitle",
  "companyName",
  "location",
  "workEmail",
  "personalEmail",
  "workPhone",
  "mobilePhone",
] as const;
