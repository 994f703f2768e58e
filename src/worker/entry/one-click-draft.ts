/** The draft of a save that nobody looks at before it is sent: only what the page proves. */
import { employersOf } from "../../linkedin/employers-of.ts";
import type { Field, PhoneKind, ProfileReading } from "../../linkedin/reading.ts";
import { cleanName } from "../../linkedin/text/name.ts";
import { splitName } from "../../linkedin/text/split-name.ts";
import { isEmail } from "../../model/email.ts";
import { type Employer, type PlacedJob, type SaveDraft, saveDraftSchema } from "../../model/save.ts";

/** Null when the page does not prove a name. */
export function draftOfReading(profile: ProfileReading, jobs: PlacedJob[]): SaveDraft | null {
  return draftOf(profile.linkedinUrl, sure(profile.name), jobs, {
    currentJobTitle: sure(profile.currentJobTitle),
    titleGuess: guess(profile.currentJobTitle) ?? profile.titleSuggestions[0]?.title,
    companyName: sure(profile.companyName),
    employers: employersOf(profile),
    location: sure(profile.location),
    ...contactData(profile),
  });
}

/** Of the draft; what is empty stays out. */
type Fields = Partial<Record<keyof SaveDraft, string | string[] | Employer[] | undefined>>;

/** Of a link there is a name and an address; enrichment does the rest. */
export function draftOfLink(linkedinUrl: string, name: string, jobs: PlacedJob[]): SaveDraft | null {
  return draftOf(linkedinUrl, name, jobs, {});
}

function draftOf(
  linkedinUrl: string,
  shownName: string | undefined,
  jobs: PlacedJob[],
  fields: Fields,
): SaveDraft | null {
  const name = cleanName(shownName ?? "");
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value.length > 0);
  const draft = { linkedinUrl, name, ...splitName(name), ...Object.fromEntries(filled) };
  return saveDraftSchema.safeParse({ ...draft, role: "candidate", jobs, isOneClick: true }).data ?? null;
}

function guess(field: Field | null): string | undefined {
  return field && !field.sure ? field.value : undefined;
}

function sure(field: Field | null): string | undefined {
  return field?.sure ? field.value : undefined;
}

/** Stardex has one mobile and one work number; every other one goes to the further numbers. */
function contactData({ emails, phones }: ProfileReading): Fields {
  const first = (kind: PhoneKind) => phones.find((phone) => phone.kind === kind);
  const [mobile, work] = [first("mobile"), first("work")];
  return {
    emails: emails.filter(isEmail),
    mobilePhone: mobile?.value,
    workPhone: work?.value,
    phoneNumbers: phones.filter((one) => one !== mobile && one !== work).map(({ value }) => value),
  };
}
