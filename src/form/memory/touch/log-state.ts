/** What stands in the panel that logs a touch, and what becomes of it. Pure. */
import * as z from "zod/mini";
import { dayIn, type RemindIn, remindIn } from "../../../model/remind.ts";
import {
  fillSnippet,
  type PlaceholderValues,
  placeholders,
  type Snippet,
  unknownPlaceholders,
} from "../../../model/snippets.ts";
import { isDueDate } from "../../values/due-date.ts";
import type { TouchParts } from "./touch-draft.ts";

export const remindChoices = ["none", "day", "three_days", "week", "date"] as const satisfies readonly (
  | RemindIn
  | "none"
  | "date"
)[];

/** `reminder_only`: nothing was done yet. */
const logKindSchema = z.union([
  z.literal("reminder_only"),
  z.object({ key: z.string(), name: z.nullable(z.string()) }),
]);
export type LogKind = z.infer<typeof logKindSchema>;

export const logStateSchema = z.object({
  kind: logKindSchema,
  text: z.string(),
  /** What stood in the text at first: the user has not typed it. */
  given: z.string(),
  /** A snippet stands in the text: braces in it are placeholders, and none may be sent. */
  hasSnippet: z.boolean(),
  /** Placeholders of the last snippet that had no value. */
  missing: z.array(z.enum(placeholders)),
  remind: z.enum(remindChoices),
  /** YYYY-MM-DD, of `remind: "date"`; "" while none is chosen. */
  date: z.string(),
});
export type LogState = z.infer<typeof logStateSchema>;

export const emptyLog: LogState = {
  kind: { key: "linkedin_message", name: null },
  text: "",
  given: "",
  hasSnippet: false,
  missing: [],
  remind: "none",
  date: "",
};

/** With the snippet that stays from person to person, filled in for this one. */
export function firstLog(
  snippets: readonly Snippet[],
  values: PlaceholderValues,
  chosen: { name: string; kind: LogKind } | null,
): LogState {
  const snippet = snippets.find(({ name }) => name === chosen?.name);
  if (!chosen || !snippet) return emptyLog;
  const blank = { ...emptyLog, kind: chosen.kind };
  const filled = insertSnippet(blank, snippet.text, values, { start: 0, end: 0 });
  return { ...filled, given: filled.text };
}

/** Something that would be missed. */
export function isLogFilled(log: LogState | null): log is LogState {
  return log !== null && (log.text.trim() !== log.given.trim() || log.remind !== "none");
}

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
