/** The form as a reading of the page fills it, with how sure the page was of each value. */

import { employersOf } from "../../linkedin/employers-of.ts";
import type {
  Field,
  MissingField,
  MissingReason,
  PhoneKind,
  ProfileReading,
  Role,
  TitleSuggestion,
} from "../../linkedin/reading.ts";
import { cleanName } from "../../linkedin/text/name.ts";
import { splitName } from "../../linkedin/text/split-name.ts";
import type { Employer } from "../../model/save.ts";
import { blankValues, type FormValues, MAIN_NAMES, type TextName } from "./form-values.ts";
import { SEPARATOR } from "./several.ts";

/** `typed`: there was no reading to judge it by. */
export type Standing = "sure" | "guess" | "guess_headline" | MissingReason | "typed";

export interface InitialForm {
  linkedinUrl: string;
  values: FormValues;
  /** A field that is not here was typed. */
  standing: Partial<Record<TextName, Standing>>;
  /** The name as LinkedIn shows it, where that is not the clean one. */
  shownName: string | null;
  /** The current roles on the page; offered when there are several. */
  roles: Role[];
  /** Titles the page hints at; the user takes one, or none. */
  suggestions: TitleSuggestion[];
  /** Every current employer the page names. */
  employers: Employer[];
  /** The page is not in LinkedIn's own words. */
  isTranslated: boolean;
}

export function formFromProfile(profile: ProfileReading): InitialForm {
  const shown = profile.name?.value ?? "";
  const clean = cleanName(shown);
  const standingOf = (field: MissingField) => standing(profile[field], profile.missing[field]);
  return {
    linkedinUrl: profile.linkedinUrl,
    values: {
      ...blankValues,
      name: clean,
      ...nameParts(clean),
      currentJobTitle: profile.currentJobTitle?.value ?? "",
      companyName: profile.companyName?.value ?? "",
      location: profile.location?.value ?? "",
      emails: profile.emails.join(SEPARATOR),
      ...phoneValues(profile.phones),
    },
    standing: {
      name: standing(profile.name),
      currentJobTitle: standingOf("currentJobTitle"),
      companyName: standingOf("companyName"),
      location: standingOf("location"),
    },
    shownName: shown === clean ? null : shown,
    roles: profile.currentRoles,
    suggestions: profile.titleSuggestions,
    employers: employersOf(profile),
    isTranslated: profile.isTranslated,
  };
}

/** A layout nobody knows yet: the address is sure, the rest is the user's to type. */
export function emptyForm(linkedinUrl: string): InitialForm {
  return {
    linkedinUrl,
    values: blankValues,
    standing: {},
    shownName: null,
    roles: [],
    suggestions: [],
    employers: [],
    isTranslated: false,
  };
}

/** Before the page is read: a reading that comes fills what the user has not. */
export function awaitedForm(linkedinUrl: string): InitialForm {
  const standing = Object.fromEntries(MAIN_NAMES.map((name) => [name, "not_loaded" as const]));
  return { ...emptyForm(linkedinUrl), standing };
}

/** First and last name of a display name; both "" where the split is not certain. */
export function nameParts(name: string): Pick<FormValues, "firstName" | "lastName"> {
  return splitName(cleanName(name)) ?? { firstName: "", lastName: "" };
}

/** Of a value: how sure the page is of it, or why there is none. */
function standing(field: Field | null, missing: MissingReason = "not_shown"): Standing {
  if (field === null) return missing;
  if (field.sure) return "sure";
  return field.source === "headline" ? "guess_headline" : "guess";
}

/** Stardex has one mobile and one work number; every other one goes to the further numbers. */
function phoneValues(phones: ProfileReading["phones"]) {
  const first = (kind: PhoneKind) => phones.find((phone) => phone.kind === kind);
  const [mobile, work] = [first("mobile"), first("work")];
  const others = phones.filter((phone) => phone !== mobile && phone !== work);
  return {
    mobilePhone: mobile?.value ?? "",
    workPhone: work?.value ?? "",
    phoneNumbers: others.map(({ value }) => value).join(SEPARATOR),
  };
}
