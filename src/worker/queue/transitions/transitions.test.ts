/** Each state by each event, as a table; and what holds for every pair of them. */
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../model/problem.ts";
import type { SaveIn, SaveRecord, SaveState, Step } from "../../../model/save.ts";
import { someDraft, someSave } from "../../../testing/saves.ts";
import { noOutcome } from "../plan.ts";
import type { QueueEvent } from "./events.ts";
import { transition } from "./transitions.ts";

const NOW = 1_000_000;
const SERVER = 5_000_000;
const timing = { now: NOW, random: 0.5 };
const sent = { now: NOW, serverAt: SERVER };

const check = (done: boolean): Step => ({ kind: "check", done });
const person = (done: boolean): Step => ({ kind: "person", jobId: null, done });
const note = (done: boolean): Step => ({ kind: "note", done });

const outcome = { ...noOutcome, personId: "p-1", wasKnown: true };
const known = { personId: "p-1", name: "Mara Lindqvist", linkedinUrl: null, onJobs: [], update: {} };
const draft = { ...someDraft, known, note: "Met" };
/** A known person's note is next. */
const atNote = { draft, outcome, steps: [check(true), note(false)] };

const states: { [S in SaveState]: SaveIn<S> } = {
  waiting: someSave({ state: "waiting", ...atNote, nextAttemptAt: NOW + 60_000 }),
  sending: someSave({ state: "sending", ...atNote, sentAt: NOW - 1_000, serverSentAt: SERVER - 1_000 }),
  in_doubt: someSave({
    state: "in_doubt",
    ...atNote,
    sentAt: NOW - 1_000,
    serverSentAt: SERVER - 1_000,
    nextAttemptAt: NOW + 60_000,
  }),
  needs_you: someSave({ state: "needs_you", ...atNote, sentAt: NOW - 1_000, problem: { kind: "forbidden" } }),
  saved: someSave({ state: "saved", ...atNote, outcome, steps: [check(true), note(true)] }),
};
const names = Object.keys(states) as SaveState[];

const offline: Problem = { kind: "offline" };
const refused: Problem = { kind: "invalid", status: 400, message: "No" };
const missed = { type: "missed", outcome: {}, isHarmless: false, part: null, ...sent } as const;

const events = {
  checked: { type: "checked", now: NOW, draft },
  blocked: { type: "blocked", now: NOW, problem: { kind: "do_not_contact" } },
  send: { type: "send", ...sent },
  arrived: { type: "arrived", now: NOW, outcome: {} },
  "failed, offline": { type: "failed", problem: offline, ...timing },
  "failed, 400": { type: "failed", problem: refused, ...timing },
  "failed, 401": { type: "failed", problem: { kind: "unauthorized", status: 401 }, ...timing },
  "failed, 409": { type: "failed", problem: { kind: "invalid", status: 409 }, ...timing },
  "failed, 429": { type: "failed", problem: { kind: "rate_limited", retryAt: NOW + 7_000 }, ...timing },
  interrupted: { type: "interrupted", ...timing },
  missed,
  "missed, harmless": { ...missed, isHarmless: true },
  unclear: { type: "unclear", now: NOW },
  "look-up failed, offline": { type: "look_up_failed", problem: offline, ...timing },
  "look-up failed, 400": { type: "look_up_failed", problem: refused, ...timing },
  retry: { type: "retry", now: NOW },
  "retry, corrected": { type: "retry", now: NOW, draft: { ...draft, note: "Met in Oslo" } },
  settle: { type: "settle", now: NOW },
  wake: { type: "wake", now: NOW },
  adopt: { type: "adopt", now: NOW, workspace: "other" },
  hold: { type: "hold", now: NOW, until: NOW + 90_000 },
  stalled: { type: "stalled", ...timing },
} satisfies Record<string, QueueEvent>;
type EventName = keyof typeof events;
const eventNames = Object.keys(events) as EventName[];

/** The state after it; "-" where the event means nothing. */
const table: Record<EventName, Record<SaveState, SaveState | "-">> = {
  checked: { waiting: "waiting", sending: "-", in_doubt: "-", needs_you: "-", saved: "-" },
  blocked: { waiting: "needs_you", sending: "-", in_doubt: "-", needs_you: "-", saved: "-" },
  send: { waiting: "sending", sending: "-", in_doubt: "-", needs_you: "-", saved: "-" },
  arrived: { waiting: "-", sending: "saved", in_doubt: "saved", needs_you: "-", saved: "-" },
  "failed, offline": { waiting: "-", sending: "in_doubt", in_doubt: "-", needs_you: "-", saved: "-" },
  "failed, 400": { waiting: "-", sending: "needs_you", in_doubt: "-", needs_you: "-", saved: "-" },
  "failed, 401": { waiting: "-", sending: "waiting", in_doubt: "-", needs_you: "-", saved: "-" },
  "failed, 409": { waiting: "-", sending: "in_doubt", in_doubt: "-", needs_you: "-", saved: "-" },
  "failed, 429": { waiting: "-", sending: "waiting", in_doubt: "-", needs_you: "-", saved: "-" },
  interrupted: { waiting: "-", sending: "in_doubt", in_doubt: "-", needs_you: "-", saved: "-" },
  missed: { waiting: "-", sending: "-", in_doubt: "in_doubt", needs_you: "-", saved: "-" },
  "missed, harmless": { waiting: "-", sending: "-", in_doubt: "waiting", needs_you: "-", saved: "-" },
  unclear: { waiting: "-", sending: "-", in_doubt: "needs_you", needs_you: "-", saved: "-" },
  "look-up failed, offline": {
    waiting: "waiting",
    sending: "-",
    in_doubt: "in_doubt",
    needs_you: "-",
    saved: "-",
  },
  "look-up failed, 400": {
    waiting: "needs_you",
    sending: "-",
    in_doubt: "needs_you",
    needs_you: "-",
    saved: "-",
  },
  // The words of the user who has looked: a note that no look-up finds is sent again at once.
  retry: { waiting: "waiting", sending: "-", in_doubt: "in_doubt", needs_you: "waiting", saved: "-" },
  "retry, corrected": {
    waiting: "waiting",
    sending: "-",
    in_doubt: "in_doubt",
    needs_you: "waiting",
    saved: "-",
  },
  settle: { waiting: "-", sending: "-", in_doubt: "-", needs_you: "saved", saved: "-" },
  // Only what the network or the key held up.
  wake: { waiting: "-", sending: "-", in_doubt: "-", needs_you: "-", saved: "-" },
  adopt: { waiting: "waiting", sending: "-", in_doubt: "in_doubt", needs_you: "needs_you", saved: "-" },
  // A note of a known person is next: the save has not begun, and nothing of it was tried.
  hold: { waiting: "waiting", sending: "-", in_doubt: "-", needs_you: "-", saved: "-" },
  stalled: { waiting: "waiting", sending: "in_doubt", in_doubt: "in_doubt", needs_you: "-", saved: "-" },
};

const become = (record: SaveRecord, event: QueueEvent): SaveRecord => {
  const next = transition(record, event);
  if (!next) throw new Error("The event means nothing here");
  return next;
};

describe.each(eventNames)("%s", (name) => {
  test.each(names)("while %s", (state) => {
    const record = states[state];
    const before = structuredClone(record);
    const next = transition(record, events[name]);
    expect(record).toEqual(before);
    expect(next?.state ?? "-").toBe(table[name][state]);
    if (!next) return;
    expect(next.updatedAt).toBe(NOW);
    // What it is, who it is for and where it stands never change by it.
    const { id, order, createdAt, earlier } = record;
    expect(next).toMatchObject({ id, order, createdAt, earlier });
    // Nothing that was done is undone, and no state that goes on by itself is without a step.
    const done = (one: SaveRecord) => one.steps.filter((step) => step.done && step.kind !== "check").length;
    expect(done(next)).toBeGreaterThanOrEqual(done(record));
    if (next.state !== "saved" && next.state !== "needs_you")
      expect(next.steps.some((step) => !step.done)).toBe(true);
  });
});

describe("sending", () => {
  test("keeps the server's clock of the first try of a step, until the step is done", () => {
    const first = become(states.waiting, events.send);
    expect(first).toMatchObject({ serverSentAt: SERVER, sentAt: NOW, attempts: 1 });
    const limited = become(first, events["failed, 429"]);
    expect(limited).toMatchObject({ nextAttemptAt: NOW + 7_000, serverSentAt: SERVER });
    const again = become(limited, { type: "send", now: NOW + 9_000, serverAt: SERVER + 9_000 });
    expect(again).toMatchObject({ serverSentAt: SERVER, sentAt: NOW + 9_000, attempts: 2 });
    expect(become(again, events.arrived)).toMatchObject({ serverSentAt: null });
  });

  test("a step that does no harm twice is sent again after a lost answer, any other is looked up", () => {
    const at = (step: Step) =>
      become(someSave({ ...states.sending, steps: [step] }), events["failed, offline"]).state;
    expect(at({ kind: "list", done: false })).toBe("waiting");
    expect(at({ kind: "stage", jobId: "j", stageId: "s", done: false })).toBe("waiting");
    expect(at({ kind: "fields", done: false })).toBe("waiting");
    expect(at({ kind: "move", done: false })).toBe("waiting");
    expect(at({ kind: "client", done: false })).toBe("waiting");
    expect(at(person(false))).toBe("waiting");
    expect(at({ kind: "person", jobId: "j", done: false })).toBe("in_doubt");
    expect(at({ kind: "job", jobId: "j", done: false })).toBe("in_doubt");
    expect(at({ kind: "task", done: false })).toBe("in_doubt");
    expect(at({ kind: "activity", done: false })).toBe("in_doubt");
  });

  test("only Stardex' own word that it failed is an end: nothing comes later", () => {
    const task = someSave({ ...states.sending, steps: [{ kind: "task", done: false }] });
    const lateAfter = (problem: Problem) =>
      (become(task, { type: "failed", problem, ...timing }) as SaveIn<"in_doubt">).isLate;
    expect(lateAfter({ kind: "server", status: 500, message: "Oops" })).toBe(false);
    expect(lateAfter({ kind: "server", status: 503 })).toBe(true);
    expect(lateAfter({ kind: "server", status: 504, message: "Gateway" })).toBe(true);
    expect(lateAfter({ kind: "timeout" })).toBe(true);
  });

  test("a conflict that is said again, or is of what cannot be looked up, is the user's", () => {
    const again = someSave({ ...states.sending, problem: { kind: "invalid", status: 409 } });
    expect(become(again, events["failed, 409"]).state).toBe("needs_you");
    const onList = someSave({ ...states.sending, steps: [{ kind: "list", done: false }] });
    expect(become(onList, events["failed, 409"]).state).toBe("saved");
    const stage = someSave({
      ...states.sending,
      steps: [{ kind: "stage", jobId: "j", stageId: "s", done: false }],
    });
    expect(become(stage, events["failed, 409"]).state).toBe("needs_you");
  });

  test("404 of a person's id: the address is asked, once", () => {
    const gone = { type: "failed", problem: { kind: "not_found", status: 404 }, ...timing } as const;
    const asked = become(states.sending, gone);
    expect(asked).toMatchObject({ state: "waiting", goneId: "p-1", steps: [check(false), note(false)] });
    const still = become(asked, { type: "checked", now: NOW, draft });
    expect(still).toMatchObject({ state: "needs_you", problem: { kind: "not_found" } });
    const merged = become(asked, {
      type: "checked",
      now: NOW,
      draft: { ...draft, known: { ...known, personId: "p-2" } },
    });
    expect(merged).toMatchObject({ state: "waiting", outcome: { personId: "p-2" } });
    const goneAgain = someSave({ ...states.sending, goneId: "p-1" });
    expect(become(goneAgain, gone).state).toBe("needs_you");
  });
});

describe("in doubt", () => {
  const look = (record: SaveRecord, seconds: number, clock: number | null = seconds) =>
    become(record, {
      ...missed,
      now: NOW + seconds * 1_000,
      serverAt: clock === null ? null : SERVER + clock * 1_000,
    });
  const begun = someSave({ ...states.in_doubt, sentAt: NOW });

  test("two minutes pass, and two look-ups, before it counts as lost", () => {
    const first = look(begun, 25);
    expect(first).toMatchObject({
      state: "in_doubt",
      misses: 1,
      nextAttemptAt: NOW + 45_000,
      missedAt: SERVER + 25_000,
    });
    const second = look(first, 45);
    expect(second).toMatchObject({ state: "in_doubt", misses: 2, nextAttemptAt: NOW + 120_000 });
    expect(look(second, 120)).toMatchObject({ state: "waiting", steps: [check(true), note(false)] });
  });

  test("a clock that is set on does not make them pass", () => {
    const first = look(begun, 25);
    const second = look(first, 7_200, 30);
    expect(second.state).toBe("in_doubt");
    expect(look(second, 7_300, 116).state).toBe("waiting");
  });

  test("where the server tells no clock, more look-ups stand for it", () => {
    let record: SaveRecord = begun;
    for (const seconds of [7_200, 7_215, 7_230, 7_245, 7_260, 7_275]) {
      record = look(record, seconds, null);
      expect(record.state).toBe("in_doubt");
    }
    expect(look(record, 7_290, null).state).toBe("waiting");
  });

  test("a clock that is set back begins the wait anew, and it ends", () => {
    const first = look(begun, -3_600, 25);
    expect(first).toMatchObject({ state: "in_doubt", sentAt: NOW - 3_600_000 });
    expect(look(first, -3_600 + 121, 146).state).toBe("waiting");
  });

  test("a correction counts once it is known what became of the words before", () => {
    const corrected = become(states.in_doubt, events["retry, corrected"]);
    expect(corrected).toMatchObject({
      state: "in_doubt",
      draft: { note: "Met" },
      correction: { note: "Met in Oslo" },
    });
    expect(become(corrected, events.arrived)).toMatchObject({
      state: "waiting",
      draft: { note: "Met in Oslo" },
      arrived: { note: "Met" },
    });
    expect(become(corrected, events["missed, harmless"])).toMatchObject({
      state: "waiting",
      draft: { note: "Met in Oslo" },
    });
  });

  test("somebody who was there already gets what is missing, as a known person", () => {
    const part = { draft, note: "missing" } as const;
    const asNew = someSave({
      ...begun,
      isLate: false,
      draft: { ...someDraft, note: "Met" },
      steps: [check(true), person(false)],
      outcome: null,
    });
    const first = become(asNew, { ...missed, part });
    // A timeline may show it later.
    expect(first.state).toBe("in_doubt");
    const last = become(
      someSave({
        ...(first as SaveIn<"in_doubt">),
        misses: 2,
        missedAt: SERVER - 100_000,
        sentAt: NOW - 130_000,
      }),
      { ...missed, part },
    );
    expect(last).toMatchObject({ state: "waiting", outcome: { personId: "p-1", wasKnown: true } });
    expect(last.steps.map(({ kind, done }) => `${kind} ${done}`)).toEqual(["check true", "note false"]);
    const there = become(asNew, { ...missed, part: { draft, note: "there" } });
    expect(there.state).toBe("saved");
    const unclear = become(asNew, { ...missed, part: { draft, note: "unclear" } });
    expect(unclear).toMatchObject({ state: "needs_you", sentAt: NOW });
  });
});

describe("a save that waits", () => {
  test("for the network or the key is due in its order when they are back", () => {
    for (const kind of ["offline", "timeout", "unauthorized"] as const) {
      const held = someSave({ ...states.waiting, createdAt: 77, problem: { kind } });
      expect(become(held, events.wake)).toMatchObject({ nextAttemptAt: 77 });
      const doubted = someSave({ ...states.in_doubt, createdAt: 77, problem: { kind } });
      expect(become(doubted, events.wake)).toMatchObject({ state: "in_doubt", nextAttemptAt: 77 });
    }
  });

  test("is held only while nothing of it was sent, and never for less", () => {
    expect(become(states.waiting, events.hold)).toMatchObject({ nextAttemptAt: NOW + 90_000 });
    expect(become(states.waiting, { type: "hold", now: NOW, until: NOW + 1 })).toMatchObject({
      nextAttemptAt: NOW + 60_000,
    });
    expect(transition(someSave({ ...states.waiting, attempts: 1 }), events.hold)).toBeUndefined();
    expect(transition(someSave({ ...states.waiting, nextAttemptAt: NOW }), events.hold)).toBeUndefined();
  });

  test("without a step is through, whatever comes", () => {
    const through = someSave({ ...states.waiting, steps: [check(true)] });
    expect(become(through, events.send).state).toBe("saved");
    expect(become(through, events.stalled).state).toBe("saved");
    expect(become(through, events.retry).state).toBe("saved");
  });

  test("waits longer with each try, up to a quarter of an hour", () => {
    const waits = [0, 1, 2, 8, 50].map((attempts) => {
      const next = become(someSave({ ...states.waiting, attempts }), events["look-up failed, offline"]);
      return ((next as SaveIn<"waiting">).nextAttemptAt - NOW) / 1_000;
    });
    expect(waits).toEqual([3.75, 7.5, 15, 675, 675]);
  });
});

describe("of a batch", () => {
  const batch = { id: "b", goesFirst: false };

  test("a row that the user takes up goes first; under another key there is no batch", () => {
    expect(become(someSave({ ...states.needs_you, batch }), events.retry).batch).toEqual({
      id: "b",
      goesFirst: true,
    });
    expect(become(someSave({ ...states.waiting, batch }), events.adopt).batch).toBeNull();
    expect(become(someSave({ ...states.waiting, batch }), events.send).batch).toEqual(batch);
  });
});
