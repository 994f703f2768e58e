/** The one place that decides between what a layout found: what is said, what is guessed, what is only suggested, and why the rest is empty. */
import type { ContactInfo } from "./contact-info.ts";
import type { ExperienceReading } from "./experience/experience.ts";
import type { LayoutReading } from "./layouts/layout-reading.ts";
import { canonicalUrl } from "./profile-url.ts";
import type {
  Field,
  MissingField,
  MissingReason,
  ProfileReading,
  Role,
  Source,
  TitleSuggestion,
} from "./reading.ts";
import { isSameTitle, titleFromHeadline, titlesInHeadline } from "./text/headline.ts";
import { isNoEmployer } from "./text/no-employer.ts";
import { hasSameName, isSameOrganization, mayBeSameOrganization } from "./text/organization.ts";
import { isMasked } from "./text/text.ts";

const MOST_SUGGESTIONS = 3;

/** `isTranslated`: the words are a translator's, so that nothing is sure and nothing worth suggesting. */
export function decide(
  found: LayoutReading,
  publicId: string,
  contact: ContactInfo | null,
  isTranslated: boolean,
): ProfileReading {
  const work = decideWork(found);
  const isGuess = isTranslated || found.isUnproven;
  const asFound = (field: Field | null) => (field && isGuess ? { ...field, sure: false } : field);
  const currentJobTitle = asFound(work.currentJobTitle);
  return {
    result: "profile",
    layout: found.layout,
    publicId,
    linkedinUrl: canonicalUrl(publicId),
    name: asFound(field(found.name, found.nameSource)),
    headline: asFound(field(found.headline, "top card")),
    currentJobTitle,
    companyName: asFound(work.companyName),
    location: asFound(field(found.location, "top card")),
    currentRoles: work.currentRoles,
    missing: reasonsOf(found, work),
    titleSuggestions: currentJobTitle?.sure || isTranslated ? [] : suggestTitles(found, work),
    isTranslated,
    companyUrl: work.companyUrl,
    emails: contact?.emails ?? [],
    phones: contact?.phones ?? [],
    sites: contact?.sites ?? [],
    warnings: [],
  };
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
function decideWork({ experience, companyName, headline }: LayoutReading): Work {
  const { current, state } = experience;
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
 * Experience may only confirm.
 */
function chooseRole(roles: Role[], companyName: string | null, isClear: boolean): Role | undefined {
  const at = (isSame: (a: string, b: string) => boolean) =>
    roles.find((role) => companyName && role.companyName && isSame(role.companyName, companyName));
  return at(hasSameName) ?? at(isSameOrganization) ?? (isClear ? roles[0] : undefined);
}

function reasonsOf(found: LayoutReading, work: Work): ProfileReading["missing"] {
  const reasons: [MissingField, MissingReason | null][] = [
    ["currentJobTitle", work.currentJobTitle ? null : whyNoTitle(found.experience)],
    ["companyName", work.companyName ? null : whyNoCompany(found, work)],
    ["location", found.location ? null : "not_shown"],
  ];
  return Object.fromEntries(reasons.filter(([, reason]) => reason !== null));
}

function whyNoTitle({ state, whyAbsent, isOnBreak, lastEnded }: ExperienceReading): MissingReason {
  if (state === "absent") return whyAbsent;
  if (isOnBreak) return "no_employer";
  return state === "read" && lastEnded ? "all_ended" : "not_shown";
}

function whyNoCompany({ experience, companyName }: LayoutReading, { currentJobTitle }: Work): MissingReason {
  if (companyName && isNoEmployer(companyName)) return "no_employer";
  if (currentJobTitle?.source === "experience") return "no_employer";
  return whyNoTitle(experience);
}

/** Each once, and none that is the guess in the field already. */
function suggestTitles({ experience, headline, companyName }: LayoutReading, work: Work): TitleSuggestion[] {
  const { lastEnded } = experience;
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
