/** What is wrong at which field of the form, in words. */

import type { WordKey } from "../../i18n/words.ts";
import { isEmail } from "../../model/email.ts";
import { savedFieldOf } from "../../stardex/field-names.ts";
import { fieldProblems } from "../memory/field-inputs.ts";
import { isDueDate } from "./due-date.ts";
import {
  type FormKey,
  type FormValues,
  isCandidate,
  isContact,
  MAIN_NAMES,
  MORE_NAMES,
  sentFields,
  TEXT_NAMES,
  type TextName,
} from "./form-values.ts";
import { valuesOf } from "./several.ts";

/** Words, and what fills their placeholders. */
export type FormError = readonly [words: WordKey, ...values: (string | number)[]];
export type FormErrors = Partial<Record<FormKey, FormError>>;

/** Far beyond any real value: a page pasted by mistake is told before Stardex refuses it. */
const LONGEST_LINE = 500;
const LONGEST_NOTE = 20_000;

/** `now`: a due date is held against it. */
export function errorsOf(values: FormValues, now = new Date()): FormErrors {
  const errors: FormErrors = {};
  for (const name of TEXT_NAMES) {
    const limit = name === "note" ? LONGEST_NOTE : LONGEST_LINE;
    if (textsOf(name, values).some((text) => text.trim().length > limit))
      errors[BOX_OF[name] ?? name] = ["error_too_long", limit];
  }
  if (values.name.trim() === "") errors.name = ["error_name_blank"];
  if (isCandidate(values) && values.jobText.trim() !== "")
    errors.jobs = ["error_job_not_picked", values.jobText.trim()];
  if (values.listText.trim() !== "") errors.list = ["error_list_not_picked", values.listText.trim()];
  if (isContact(values) && values.client === null) errors.client = ["error_client_blank"];
  if (values.taskDue !== "" && values.taskText.trim() === "") errors.taskText = ["error_task_blank"];
  if (values.taskDue !== "" && !isDueDate(values.taskDue, now)) errors.taskDue = ["error_due"];
  const [wrong] = fieldProblems(sentFields(values), [], []);
  if (wrong) errors.fields = [`field_${wrong.error}`];
  for (const name of ["workEmail", "personalEmail"] as const) {
    const text = values[name].trim();
    if (text !== "" && !isEmail(text)) errors[name] = ["error_email"];
  }
  if (!valuesOf("emails", values).every(isEmail)) errors.emails = ["error_emails"];
  return errors;
}

/** Where an error of a text without a field of its own is said. */
const BOX_OF: Partial<Record<TextName, FormKey>> = { jobName: "jobs", jobText: "jobs", listText: "list" };

function textsOf(name: TextName, values: FormValues): string[] {
  return name === "emails" || name === "phoneNumbers" ? valuesOf(name, values) : [values[name]];
}

/** The first field with an error, from the top of the form. */
export function firstOf(errors: FormErrors): FormKey | undefined {
  const order: FormKey[] = [
    "log",
    ...MAIN_NAMES,
    "jobs",
    "client",
    ...MORE_NAMES.slice(0, 3),
    "list",
    "fields",
    ...MORE_NAMES.slice(3),
  ];
  return order.find((key) => errors[key]);
}

/** The field a refusal of Stardex is about, where it says one that the form has. */
export function refusedKey(apiField: string | undefined): FormKey | undefined {
  const field = apiField === undefined ? undefined : savedFieldOf(apiField);
  // The address is nothing the form lets edit.
  return field === "linkedinUrl" ? undefined : field;
}
