/** The timeline of a person, as pages get it: what the firm wrote down, and what of it is the last touch. */
import * as z from "zod/mini";

const text = z.nullable(z.string());

export const activitySchema = z.lazy(() =>
  z.object({
    id: text,
    /** `secondary_note`, `email`, `task`, a team's own, ... */
    type: text,
    /** Plain text, never markup. */
    text: z.string(),
    /** Of an e-mail. */
    subject: text,
    /** ISO 8601, as Stardex gives it. */
    createdAt: text,
    authorName: text,
    jobName: text,
    clientCompanyName: text,
  }),
);
export type Activity = z.infer<typeof activitySchema>;

/** `key` is what a new activity names as its type. */
export const activityTypeSchema = z.object({ key: z.string(), name: z.string() });
export type ActivityType = z.infer<typeof activityTypeSchema>;

/** The types that can be logged by hand, most used first. Vendor's reference, POST /v1/person-activities. */
export const touchTypes = [
  "linkedin_message",
  "linkedin_message_response",
  "call_note",
  "meeting_note",
  "secondary_note",
] as const;

/** The ten that every team has: only types beyond them are the team's own. */
const STANDARD_TYPES = new Set<string>([
  ...touchTypes,
  "meeting_transcript",
  "email",
  "interview_note",
  "text_message",
  "candidate_summary",
]);

export function isTeamType({ key }: ActivityType): boolean {
  return !STANDARD_TYPES.has(key);
}

/** What nobody did with the person: a plan, or a text about the person. */
const NO_TOUCH = new Set(["task", "candidate_summary"]);

/** The latest activity that was a touch; undefined when there is none with a date. */
export function lastTouch(activities: readonly Activity[]): Activity | undefined {
  return activities
    .filter(({ type, createdAt }) => !NO_TOUCH.has(type ?? "") && !Number.isNaN(timeOf(createdAt)))
    .reduce<Activity | undefined>(
      (last, one) => (last && timeOf(last.createdAt) >= timeOf(one.createdAt) ? last : one),
      undefined,
    );
}

function timeOf(iso: string | null): number {
  return iso === null ? Number.NaN : Date.parse(iso);
}

/** The beginning of a text, cut between words. The whole text when that is hardly longer. */
export function shortenText(content: string, length: number): { text: string; isShortened: boolean } {
  const line = content.replace(/\s+/g, " ").trim();
  if (line.length <= length) return { text: content.trim(), isShortened: false };
  const cut = line.slice(0, length);
  const lastSpace = cut.lastIndexOf(" ");
  // A language without spaces is cut where it is, but never inside a character.
  const end = lastSpace > length / 2 ? lastSpace : length;
  return { text: `${wholeCharacters(cut.slice(0, end)).replace(/[\s,.;:]+$/, "")}…`, isShortened: true };
}

function wholeCharacters(cut: string): string {
  return cut.replace(/[\ud800-\udbff]$/, "");
}
