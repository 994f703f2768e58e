/** An activity in the user's words. */

import type { Activity } from "../model/activity.ts";
import { language } from "./language.ts";
import { t, type WordKey } from "./words.ts";

const TYPE_WORDS: Record<string, WordKey> = {
  secondary_note: "activity_note",
  meeting_note: "activity_meeting",
  meeting_transcript: "activity_transcript",
  email: "activity_email",
  email_response: "activity_email_reply",
  interview_note: "activity_interview",
  linkedin_message: "activity_message",
  linkedin_message_response: "activity_reply",
  text_message: "activity_text_message",
  candidate_summary: "activity_summary",
  call_note: "activity_call",
  task: "activity_task",
};

/** A type of the team's own stands there with its key alone: "reference_check" reads as "Reference check". */
export function activityTypeWords(type: string | null): string {
  const key = type !== null && Object.hasOwn(TYPE_WORDS, type) ? TYPE_WORDS[type] : undefined;
  if (key) return t(key);
  const plain = (type ?? "").replace(/[_-]+/g, " ").trim();
  return plain === "" ? t("activity_unknown") : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** "Call, Jane Smith, 12 Mar, on CFO Acme": what is not known is left out. */
export function activityLine({ type, authorName, createdAt, jobName }: Activity, now: Date): string {
  return [
    activityTypeWords(type),
    authorName,
    createdAt === null ? null : dayWords(createdAt, now),
    jobName === null ? null : t("activity_on_job", jobName),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Day and month, with the year when it is another one. As Stardex gave it when that is no date. */
export function dayWords(iso: string, now: Date): string {
  // A day alone would be midnight in UTC, and the day before in America.
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T12:00:00` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  const isThisYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language(), {
    day: "numeric",
    month: "short",
    ...(!isThisYear && { year: "numeric" }),
  }).format(date);
}
