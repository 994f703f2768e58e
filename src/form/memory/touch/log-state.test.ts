import { describe, expect, it } from "vitest";
import { emptyLog, insertSnippet, type LogState, logErrors, touchParts } from "./log-state.ts";

const now = new Date(2026, 10, 26, 18, 0);
const words = { firstLine: "Message sent", followUp: "Follow up with Ida Norlund" };
const values = { first_name: "Ida", job: null, client: null };

function log(part: Partial<LogState>): LogState {
  return { ...emptyLog, ...part };
}

describe("insertSnippet", () => {
  it("puts the filled text in the place of the selection and says what was not known", () => {
    const { text, missing } = insertSnippet(log({ text: "Hi XX there" }), "{first_name}, {job}", values, {
      start: 3,
      end: 5,
    });
    expect(text).toBe("Hi Ida, there");
    expect(missing).toEqual(["job"]);
  });
});

describe("logErrors", () => {
  it("never lets a placeholder of a snippet go out in its braces", () => {
    const state = insertSnippet(log({}), "Dear {firstname}", values, { start: 0, end: 0 });
    expect(logErrors(state, now)).toEqual([{ kind: "unknown_placeholders", names: ["{firstname}"] }]);
  });

  it("takes braces of the user's own", () => {
    expect(logErrors(log({ text: "Sent him {the deck}" }), now)).toEqual([]);
  });

  it.each(["", "2026-11-25", "0026-12-01"])("asks for a day that is to come: %j", (date) => {
    expect(logErrors(log({ remind: "date", date }), now)).toEqual([{ kind: "no_date" }]);
  });

  it("takes a day of the user's choice", () => {
    expect(logErrors(log({ remind: "date", date: "2026-11-28" }), now)).toEqual([]);
  });
});

describe("touchParts", () => {
  it("gives an activity without a text a first line, since Stardex wants one", () => {
    expect(touchParts(log({ text: "  " }), words, null, now)).toEqual({
      activity: { type: "linkedin_message", typeName: null, text: "Message sent" },
    });
  });

  it("keeps the text of a type of the team's own", () => {
    const kind = { key: "reference_check", name: "Reference check" };
    expect(touchParts(log({ kind, text: "Spoke to two" }), words, null, now).activity).toEqual({
      type: "reference_check",
      typeName: "Reference check",
      text: "Spoke to two",
    });
  });

  it("adds a reminder for the user, in so many days", () => {
    expect(touchParts(log({ text: "Sent", remind: "week" }), words, "m1", now).task).toEqual({
      text: "Follow up with Ida Norlund",
      dueDate: "2026-12-03",
      ownerIds: ["m1"],
    });
  });

  it("makes a reminder alone of what the user typed", () => {
    const state = log({ kind: "reminder_only", text: "Ask about May", remind: "three_days" });
    expect(touchParts(state, words, null, now)).toEqual({
      task: { text: "Ask about May", dueDate: "2026-11-29" },
    });
  });
});
