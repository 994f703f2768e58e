/** What the toolbar button says of a save, as pure functions: a record gives a view, a view gives badge and tooltip. */

import { isolate } from "../../i18n/isolate.ts";
import { t, type WordKey } from "../../i18n/words.ts";
import type { SaveIn, SaveRecord } from "../../model/save.ts";
import type { RefusalKind, SaveView, TabView } from "../../storage/tab-state.ts";

/** A save that is due and not on its way after this many ms is held up by something: no key, a resting queue. */
const HELD_UP_AFTER = 5000;

/** `now`: epoch ms. */
export function viewOf(record: SaveRecord, now: number): SaveView {
  const { id, draft } = record;
  const kind = kindOf(record, now);
  return {
    kind,
    saveId: id,
    name: draft.name,
    jobName: jobName(record),
    sentAt: kind === "grace" ? nextAttemptOf(record) : null,
    hasEmployer: draft.companyName !== undefined || (draft.employers ?? []).length > 0,
  };
}

/** Of a save that is through: the job the person is on by it, and no other; with its client, as names repeat. */
function jobName({ state, draft, outcome }: SaveRecord): string | null {
  const [first] = draft.jobs;
  if (!first || (state === "saved" && outcome?.candidateIds[first.job.id] === undefined)) return null;
  return [first.job.name, first.job.clientCompanyName].filter(Boolean).join(" · ");
}

function kindOf(record: SaveRecord, now: number): SaveView["kind"] {
  switch (record.state) {
    case "needs_you":
      return "needs_you";
    case "saved":
      if (!record.outcome.wasKnown) return "saved";
      return Object.keys(record.outcome.candidateIds).length > 0 ? "added" : "already_there";
    case "sending":
      return "working";
    case "in_doubt":
      return "waiting";
    case "waiting":
      if (record.problem) return "waiting";
      if (isInGrace(record, now)) return "grace";
      return now - record.nextAttemptAt > HELD_UP_AFTER ? "waiting" : "working";
  }
}

/** Written, not sent, and not to be sent yet. */
function isInGrace({ draft, attempts, nextAttemptAt }: SaveIn<"waiting">, now: number): boolean {
  return draft.isOneClick === true && attempts === 0 && nextAttemptAt > now;
}

function nextAttemptOf(record: SaveRecord): number | null {
  return record.state === "waiting" || record.state === "in_doubt" ? record.nextAttemptAt : null;
}

/** Epoch ms at which the view reads differently by time alone; undefined when it stays. */
export function changesAt(view: TabView, record: SaveRecord | null, now: number): number | undefined {
  const next = record && nextAttemptOf(record);
  if (!("saveId" in view) || next === null) return undefined;
  if (view.kind === "grace") return next - (secondsLeft(next, now) - 1) * 1000;
  return view.kind === "working" ? next + HELD_UP_AFTER + 1 : undefined;
}

function secondsLeft(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 1000));
}

/** One or two characters, their ground, and the words for who hovers or listens. */
export interface ButtonAppearance {
  badge: string;
  color: string;
  title: string;
}

const COLORS = { quiet: "#565d6d", accent: "#2347c5", good: "#10703f", warn: "#7a4b00", bad: "#b3201b" };

/** Of the badge that counts what needs the user, in every tab without one of its own. */
export const BADGE_COLOR = COLORS.bad;

/** Shape as well as color tells them apart. */
export function buttonAppearance(view: TabView, now: number): ButtonAppearance {
  switch (view.kind) {
    case "reading":
      return { badge: "…", color: COLORS.accent, title: t("button_reading") };
    case "refused":
      return { badge: "!", color: COLORS.bad, title: t("button_refused", t(refusalWords(view.reason))) };
    case "collected":
      return { badge: "+", color: COLORS.accent, title: t("button_collected", view.name) };
    case "known":
      return { badge: "●", color: COLORS.good, title: t("button_known", view.name ?? "") };
    default:
      return saveAppearance(view, now);
  }
}

const SAVE_APPEARANCES: Record<SaveView["kind"], { badge: string; color: string; words: WordKey }> = {
  grace: { badge: "", color: COLORS.accent, words: "button_grace" },
  working: { badge: "…", color: COLORS.accent, words: "button_working" },
  saved: { badge: "✓", color: COLORS.good, words: "button_saved" },
  added: { badge: "✓+", color: COLORS.good, words: "button_added" },
  already_there: { badge: "=", color: COLORS.quiet, words: "button_already_there" },
  waiting: { badge: "↑", color: COLORS.warn, words: "button_waiting" },
  needs_you: { badge: "!", color: COLORS.bad, words: "button_needs_you" },
};

function saveAppearance(view: SaveView, now: number): ButtonAppearance {
  const { badge, color } = SAVE_APPEARANCES[view.kind];
  const words =
    view.kind === "saved" && view.jobName ? "button_saved_on_job" : SAVE_APPEARANCES[view.kind].words;
  const saved = t(words, isolate(view.name), isolate(view.jobName ?? ""));
  // Of a person who was there already Stardex' own employer was checked.
  const title = view.kind === "saved" && !view.hasEmployer ? `${saved} ${t("button_no_employer")}` : saved;
  return { badge: view.sentAt === null ? badge : String(secondsLeft(view.sentAt, now)), color, title };
}

function refusalWords(reason: RefusalKind): WordKey {
  return `refused_${reason}`;
}
