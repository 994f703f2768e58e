/** What stands in the panel that logs a touch, and what becomes of it. Pure. */

import { dayIn, type RemindIn, remindIn } from "../../../model/remind.ts";
import {
  fillSnippet,
  type Placeholder,
  type PlaceholderValues,
  unknownPlaceholders,
} from "../../../model/snippets.ts";
import { isDueDate } from "../../values/due-date.ts";
import type { TouchParts } from "./touch-draft.ts";

/** `reminder_only`: nothing was done yet. */
export type LogKind = { key: string; name: string | null } | "reminder_only";

export interface LogState {
  kind: LogKind;
  text: string;
  /** A snippet stands in the text: braces in it are placeholders, and none may be sent. */
  hasSnippet: boolean;
  /** Placeholders of the last snippet that had no value. */
  missing: Placeholder[];
  remind: RemindIn | "date" | "none";
  /** YYYY-MM-DD, of `remind: "date"`; "" while none is chosen. */
  date: string;
}

export const emptyLog: LogState = {
  kind: { key: "linkedin_message", name: null },
  text: "",
  hasSnippet: false,
  missing: [],
  remind: "none",
  date: "",
};

/** The text with the snippet in the place of the selection. */
export function insertSnippet(
  state: LogState,
  snippet: string,
  values: PlaceholderValues,
  selection: { start: number; end: number },
): LogState {
  const { text: filled, missing } = fillSnippet(snippet, values);
  const text = state.text.slice(0, selection.start) + filled + state.text.slice(selection.end);
  return { ...state, text, hasSnippet: true, missing };
}

export type LogError = { kind: "unknown_placeholders"; names: string[] } | { kind: "no_date" };

/** What has to be put right before it can be logged. */
export function logErrors(state: LogState, now: Date): LogError[] {
  const unknown = state.hasSnippet ? unknownPlaceholders(state.text) : [];
  const isDateWrong = state.remind === "date" && !isDueDate(state.date, now);
  return [
    ...(unknown.length > 0 ? [{ kind: "unknown_placeholders" as const, names: unknown }] : []),
    ...(isDateWrong ? [{ kind: "no_date" as const }] : []),
  ];
}

/** The day of the reminder, YYYY-MM-DD; null without one. */
export function reminderDay({ remind, date }: LogState, now: Date): string | null {
  if (remind === "none") return null;
  return remind === "date" ? date : dayIn(remindIn[remind], now);
}

/** Words for what the user left out. */
interface Words {
  /** Stardex wants a text: what was done, in the user's language. */
  firstLine: string;
  followUp: string;
}

export function touchParts(state: LogState, words: Words, ownerId: string | null, now: Date): TouchParts {
  const { kind } = state;
  const text = state.text.trim();
  const dueDate = reminderDay(state, now);
  const taskText = kind === "reminder_only" && text !== "" ? text : words.followUp;
  return {
    ...(kind !== "reminder_only" && {
      activity: { type: kind.key, typeName: kind.name, text: text || words.firstLine },
    }),
    ...(dueDate !== null && {
      task: { text: taskText, dueDate, ...(ownerId !== null && { ownerIds: [ownerId] }) },
    }),
  };
}
