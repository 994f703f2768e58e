/** The one place that decides what a page's evidence means: what is said, what is guessed, what is only suggested, and why the rest is empty. */

import type { Entry, Evidence, Experience, PageEvidence } from "./evidence.ts";
import { canonicalUrl } from "./profile-url.ts";
import type {
  Field,
  Layout,
  MissingField,
  MissingReason,
  ProfileReading,
  Reading,
  Role,
  Source,
  TitleSuggestion,
} from "./reading.ts";
import { mayBeSameOrganization } from "./text/employer-guess.ts";
import { isSameTitle, titleFromHeadline, titlesInHeadline } from "./text/headline.ts";
import { cleanName } from "./text/name.ts";
import { isBreak, isNoEmployer } from "./text/no-employer.ts";
import { hasSameName, isSameOrganization } from "./text/organization.ts";
import { kindOf } from "./text/phone-kind.ts";
import { isMasked } from "./text/text.ts";

const MOST_SUGGESTIONS = 3;

/** No capture of these exists: whatever they show is a guess. */
const UNPROVEN: Layout[] = ["recruiter", "sales_navigator"];

/** A refusal passes as it is. */
export function decide(evidence: PageEvidence): Reading {
  return evidence.result === "evidence" ? decideProfile(evidence) : evidence;
}

function decideProfile(evidence: Evidence): ProfileReading {
  const { layout, publicId, isTranslated } = evidence;
  const found = { ...evidence, ...readRoles(evidence.experience) };
  const work = decideWork(found);
  const isGuess = isTranslated || UNPROVEN.includes(layout);
  const asFound = (field: Field | null) => (field && isGuess ? { ...field, sure: false } : field);
  const currentJobTitle = asFound(work.currentJobTitle);
  return {
    result: "profile",
    layout,
    publicId,
    linkedinUrl: canonicalUrl(publicId),
    // "LinkedIn Member" is nobody's name.
    name: asFound(field(cleanName(evidence.name ?? "") && evidence.name, evidence.nameSource)),
    headline: asFound(field(evidence.headline, "top card")),
    currentJobTitle,
    companyName: asFound(work.companyName),
    location: asFound(field(evidence.location, "top card")),
    currentRoles: work.currentRoles,
    missing: reasonsOf(found, work),
    titleSuggestions: currentJobTitle?.sure || isTranslated ? [] : suggestTitles(found, work),
    isTranslated,
    companyUrl: work.companyUrl,
    emails: evidence.emails,
    phones: evidence.phones.map(({ label, value }) => ({ kind: kindOf(label), value })),
    sites: evidence.sites,
    warnings: evidence.warnings,
  };
}

/** Experience with what its words mean. */
interface Roles {
  state: Experience["state"];
  current: Role[];
  lastEnded: (Role & { endedAt: string }) | null;
  /** An entry that goes on is a career break. */
  isOnBreak: boolean;
}

type Found = Evidence & Roles;

function readRoles({ state, current, lastEnded }: Experience): Roles {
  const isRole = (entry: Entry) => !entry.isBare && !isBreakEntry(entry);
  const [first] = current;
  const isFirstUnderstood = !first?.isBare || isBreakEntry(first);
  return {
    state: state === "read" && !isFirstUnderstood ? "unclear" : state,
    current: current.filter(isRole).map(roleOf),
    lastEnded: lastEnded && isRole(lastEnded) ? { ...roleOf(lastEnded), endedAt: lastEnded.endedAt } : null,
    isOnBreak: current.some(isBreakEntry),
  };
}

function isBreakEntry({ title, companyName }: Entry): boolean {
  return isBreak(title) || (companyName !== null && isBreak(companyName));
}

function roleOf({ title, companyName, companyUrl }: Entry): Role {
  return companyName === null || isNoEmployer(companyName)
    ? { title, companyName: null, companyUrl: null }
    : { title, companyName, companyUrl };
}

/** A value with its evidence. Headlines and page titles only hint. */
function field(value: string | null, source: Source): Field | null {
  return value === null || isMasked(value)
    ? null
    : { value, source, sure: source !== "headline" && source !== "page title" };
}

type Work = Pick<ProfileReading, "currentJobTitle" | "companyName" | "currentRoles" | "companyUrl">;

/**
 * Experience before top card before headline: the top card's company can be a past employer (it was, where every role had
 * ended), and a headline is a slogan until the employer in it is the top card's.
 */
function decideWork({ current, state, companyName, headline }: Found): Work {
  const role = chooseRole(current, companyName, state === "read");
  if (role)
    return {
      currentJobTitle: field(role.title, "experience"),
      companyName: field(role.companyName, "experience"),
      currentRoles: state === "read" ? current : [role],
      companyUrl: role.companyUrl,
    };
  const employer = state === "absent" && companyName && !isNoEmployer(companyName) ? companyName : null;
  return {
    currentJobTitle: field(employer && headline && titleFromHeadline(headline, employer), "headline"),
    companyName: field(employer, "top card"),
    currentRoles: [],
    companyUrl: null,
  };
}

/**
 * Of several current roles the one at the top card's company, the same name before one that begins alike; else the first. An unclear
 * Experience may only confirm, and by the same name: of a part of it the one that begins alike can be the wrong one.
 */
function chooseRole(roles: Role[], companyName: string | null, isClear: boolean): Role | undefined {
  const at = (isSame: (a: string, b: string) => boolean) =>
    roles.find((role) => companyName && role.companyName && isSame(role.companyName, companyName));
  return at(hasSameName) ?? (isClear ? (at(isSameOrganization) ?? roles[0]) : undefined);
}

function reasonsOf(found: Found, work: Work): ProfileReading["missing"] {
  const reasons: [MissingField, MissingReason | null][] = [
    ["currentJobTitle", work.currentJobTitle ? null : whyNoTitle(found)],
    ["companyName", work.companyName ? null : whyNoCompany(found, work)],
    ["location", found.location ? null : "not_shown"],
  ];
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== null));
}

function whyNoTitle({ state, experience, isOnBreak, lastEnded }: Found): MissingReason {
  if (state === "absent") return experience.whyAbsent;
  if (isOnBreak) return "no_employer";
  return state === "read" && lastEnded ? "all_ended" : "not_shown";
}

function whyNoCompany(found: Found, { currentJobTitle }: Work): MissingReason {
  const isNone = found.companyName !== null && isNoEmployer(found.companyName);
  return isNone || currentJobTitle?.source === "experience" ? "no_employer" : whyNoTitle(found);
}

/** Each once, and none that is the guess in the field already. */
function suggestTitles({ lastEnded, headline, companyName }: Found, work: Work): TitleSuggestion[] {
  const employer = work.companyName?.value ?? companyName;
  const elsewhere = (name: string | null) =>
    name && employer && mayBeSameOrganization(name, employer) ? null : name;
  const fromHeadline = titlesInHeadline(headline ?? "").map(
    (one): TitleSuggestion => ({
      title: one.title,
      source: "headline",
      companyName: elsewhere(one.companyName),
      endedAt: null,
    }),
  );
  const lastRole: TitleSuggestion[] = lastEnded
    ? [
        {
          title: lastEnded.title,
          source: "last role",
          companyName: lastEnded.companyName,
          endedAt: lastEnded.endedAt,
        },
      ]
    : [];
  // Of the headline at most two: the last role is what the page states.
  const titles = [...fromHeadline.slice(0, MOST_SUGGESTIONS - lastRole.length), ...lastRole];
  const guess = work.currentJobTitle?.value;
  return titles.filter(
    ({ title }, index) =>
      !(guess && isSameTitle(title, guess)) &&
      titles.findIndex((other) => isSameTitle(other.title, title)) === index,
  );
}
