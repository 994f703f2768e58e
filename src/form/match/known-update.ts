/** A person Stardex knows against what the form says of it: what differs, and what a save changes. */
import { canonicalUrl, normalizePublicId } from "../../linkedin/profile-url.ts";
import { isSameContact } from "../../model/contact-values.ts";
import type { ContactValue, KnownPerson } from "../../model/records.ts";
import type { PersonUpdate, SaveDraft } from "../../model/save.ts";

type PersonField =
  | "name"
  | "firstName"
  | "lastName"
  | "currentJobTitle"
  | "companyName"
  | "location"
  | "workEmail"
  | "personalEmail"
  | "emails"
  | "workPhone"
  | "mobilePhone"
  | "phoneNumbers";

/** What the form says of a person. Absent is not empty: a field without a value is left out. */
export type PersonValues = Pick<SaveDraft, "linkedinUrl"> & Partial<Pick<SaveDraft, PersonField>>;

/** A person Stardex has, as the form deals with it. */
export interface KnownSubject {
  person: KnownPerson;
  /** Chosen by the user among possible ones: the profile is not yet on this record. */
  isChosen: boolean;
  /** What is in Stardex is this form's own save, so that whatever is edited since is meant. */
  isOwnSave: boolean;
  /** The canonical URL of the record's own profile, where that is another than the one in view and stays. */
  otherProfile: string | null;
}

/** One thing that a save can change: `update` is all that its tick sends. */
export interface Difference {
  key: string;
  field: keyof PersonUpdate;
  /** Null where Stardex has nothing, and for an e-mail or a number that is added to others. */
  now: string | null;
  next: string;
  update: PersonUpdate;
  /** Not the user's to untick. */
  isFixed: boolean;
}

/** Keys of differences -> the user's word. */
export type Ticks = Readonly<Record<string, boolean>>;

const PLAIN_FIELDS = ["currentJobTitle", "companyName", "location"] as const;

/** What the form has and Stardex has not, or has otherwise. What is blank in the form is no difference. */
export function differences(
  subject: KnownSubject,
  values: PersonValues,
  typed: TypedFields = new Set(),
): Difference[] {
  const { person, isChosen } = subject;
  const plainFields = [
    ...nameDifferences(person, values),
    ...PLAIN_FIELDS.flatMap((field) => fieldDifference(field, person[field], values[field])),
  ];
  return [
    ...profileDifference(person, isChosen, values.linkedinUrl),
    ...plainFields.filter((one) => isStated(subject, one) || isTyped(one, typed)),
    ...contactDifferences(person.emails, values.emails, "addEmails", [
      { field: "workEmail", type: "work", value: values.workEmail },
      { field: "personalEmail", type: "personal", value: values.personalEmail },
    ]),
    ...contactDifferences(person.phones, values.phoneNumbers, "addPhones", [
      { field: "mobilePhone", type: "mobile", value: values.mobilePhone },
      { field: "workPhone", type: "work", value: values.workPhone },
    ]),
  ];
}

/** A field of which Stardex' answer says nothing may hold something: only the user's own words go there. */
function isStated({ person, isOwnSave }: KnownSubject, { field, now }: Difference): boolean {
  return now !== null || isOwnSave || field === "name" || person.blank.some((blank) => blank === field);
}

/** Fields of the form that the user has typed or chosen. */
export type TypedFields = ReadonlySet<string>;

/**
 * What overwrites nothing is ticked, and so is what the user typed; only what the page says otherwise than Stardex
 * needs a tick.
 */
export function isTicked(
  subject: KnownSubject,
  one: Difference,
  ticks: Ticks,
  typed: TypedFields = new Set(),
): boolean {
  const isMeant = one.now === null || subject.isOwnSave || isTyped(one, typed);
  return one.isFixed || (ticks[one.key] ?? isMeant);
}

function isTyped({ field }: Difference, typed: TypedFields): boolean {
  if (field === "firstName" || field === "lastName") return typed.has(field) || typed.has("name");
  return typed.has(field);
}

/** The part of a draft that makes its save one of a known person. */
export function knownPart(
  subject: KnownSubject,
  values: PersonValues,
  ticks: Ticks,
  typed: TypedFields = new Set(),
): NonNullable<SaveDraft["known"]> {
  const { person, otherProfile } = subject;
  const ticked = differences(subject, values, typed).filter((one) => isTicked(subject, one, ticks, typed));
  const update = ticked.map((one) => one.update).reduce(merge, {});
  return {
    personId: person.id,
    name: filled(person.name),
    linkedinUrl: update.linkedinUrl ? null : otherProfile,
    onJobs: [...new Set(person.candidacies.map(({ jobId }) => jobId))],
    update,
  };
}

/** The canonical URL of a profile's slug as Stardex keeps it, decoded or not. */
export function profileOf(publicId: string): string {
  return canonicalUrl(normalizePublicId(publicId) ?? publicId);
}

function merge(all: PersonUpdate, one: PersonUpdate): PersonUpdate {
  const emails = [...(all.addEmails ?? []), ...(one.addEmails ?? [])];
  const phones = [...(all.addPhones ?? []), ...(one.addPhones ?? [])];
  return {
    ...all,
    ...one,
    ...(emails.length > 0 && { addEmails: emails }),
    ...(phones.length > 0 && { addPhones: phones }),
  };
}

/** "The same person" gives a record without a profile this one: else the next look-up would not find it. */
function profileDifference(person: KnownPerson, isChosen: boolean, linkedinUrl: string): Difference[] {
  if (!isChosen) return [];
  const now = filled(person.publicId && `linkedin.com/in/${person.publicId}`);
  const next = decodeURI(linkedinUrl).replace("https://www.", "");
  const field = "linkedinUrl";
  return [{ key: field, field, now, next, update: { linkedinUrl }, isFixed: now === null }];
}

/** The whole name is one line with the parts it is made of: nobody ticks "Last name" after "Name". */
function nameDifferences(person: KnownPerson, values: PersonValues): Difference[] {
  const parts = [
    ...fieldDifference("firstName", person.firstName, values.firstName),
    ...fieldDifference("lastName", person.lastName, values.lastName),
  ];
  const [whole] = fieldDifference("name", person.name, values.name);
  const isOfParts = plain(`${values.firstName ?? ""} ${values.lastName ?? ""}`) === plain(values.name ?? "");
  if (!whole) return parts;
  // Filling in a blank name must not overwrite a part that is there.
  const overwritesUnseen = whole.now === null && parts.some(({ now }) => now !== null);
  if (!isOfParts || overwritesUnseen) return [whole, ...parts];
  return [{ ...whole, update: parts.map(({ update }) => update).reduce(merge, whole.update) }];
}

function fieldDifference(
  field: "name" | "firstName" | "lastName" | (typeof PLAIN_FIELDS)[number],
  now: string | null,
  value: string | undefined,
): Difference[] {
  const next = plain(value ?? "");
  if (next === "" || next === plain(now ?? "")) return [];
  return [{ key: field, field, now: filled(now), next, update: { [field]: next }, isFixed: false }];
}

interface TypedContact {
  field: "workEmail" | "personalEmail" | "mobilePhone" | "workPhone";
  /** Stardex' name of the kind. */
  type: string;
  value: string | undefined;
}

/** A work e-mail beside the one there is would replace it, so it joins the further ones. */
function contactDifferences(
  held: ContactValue[],
  further: string[] | undefined,
  list: "addEmails" | "addPhones",
  typed: TypedContact[],
): Difference[] {
  const found: Difference[] = [];
  const isNew = (value: string) =>
    ![...held.map((one) => one.value), ...found.map(({ next }) => next)].some((one) =>
      isSameContact(one, value),
    );
  const add = (field: TypedContact["field"] | typeof list, value: string) => {
    if (value === "" || !isNew(value)) return;
    const update = field === list ? { [list]: [value] } : { [field]: value };
    found.push({ key: `${list}:${value}`, field, now: null, next: value, update, isFixed: false });
  };
  for (const { field, type, value } of typed) {
    add(held.some((one) => one.type === type) ? list : field, value?.trim() ?? "");
  }
  for (const value of further ?? []) add(list, value.trim());
  return found;
}

function filled(text: string | null): string | null {
  return plain(text ?? "") === "" ? null : text;
}

/** Blanks and ways of composing a letter are no difference. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
