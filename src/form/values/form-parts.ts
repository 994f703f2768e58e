/** Which parts of the form are in view: those the settings do not hide, and any that would be sent unseen. */
import { type FormPart, formParts } from "../../settings/settings-schema.ts";
import type { FormErrors } from "./form-errors.ts";
import type { FormKey, FormValues } from "./form-values.ts";
import { nameParts } from "./initial-form.ts";

const KEYS: Record<FormPart, readonly FormKey[]> = {
  role: ["role"],
  note: ["note"],
  task: ["taskText", "taskDue"],
  list: ["list", "listText"],
  workEmail: ["workEmail"],
  personalEmail: ["personalEmail"],
  emails: ["emails"],
  phones: ["workPhone", "mobilePhone", "phoneNumbers"],
  nameParts: ["firstName", "lastName"],
  externalId: ["externalSourceId"],
  fields: ["fields"],
};

/** Those behind "More". */
const moreParts = formParts.filter((part) => part !== "role");

interface Content {
  values: FormValues;
  edited: ReadonlySet<FormKey>;
  errors: FormErrors;
}

/** Something behind "More" goes with the save, or was edited: what is being emptied must not vanish meanwhile. */
export function holdsMore(content: Content): boolean {
  return moreParts.some((part) => isInUse(part, content));
}

/** Of somebody Stardex has, the parts that only a new person takes are left out, too. */
export function shownParts(
  hidden: readonly FormPart[],
  content: Content,
  isKnown = false,
): ReadonlySet<FormPart> {
  const isHidden = (part: FormPart) => hidden.includes(part) || (isKnown && part === "externalId");
  return new Set(formParts.filter((part) => !isHidden(part) || isInUse(part, content)));
}

export function showsMore(shown: ReadonlySet<FormPart>): boolean {
  return moreParts.some((part) => shown.has(part));
}

function isInUse(part: FormPart, { values, edited, errors }: Content): boolean {
  return KEYS[part].some((key) => edited.has(key) || errors[key] !== undefined || holds(values, key));
}

/** A value of its own: parts of the name that were only split off it say nothing new. */
function holds(values: FormValues, key: FormKey): boolean {
  if (key === "role") return values.role !== "candidate";
  const value = values[key];
  if (key === "fields") return Object.keys(values.fields).length > 0;
  if (typeof value !== "string") return value !== null;
  if ((key === "firstName" || key === "lastName") && value === nameParts(values.name)[key]) return false;
  return value.trim() !== "";
}
