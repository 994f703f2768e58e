import { describe, expect, it } from "vitest";
import { type Activity, isTeamType, lastTouch, shortenText } from "./activity.ts";

function activity(type: string | null, createdAt: string | null, text = "x"): Activity {
  return {
    id: null,
    type,
    text,
    subject: null,
    createdAt,
    authorName: null,
    jobName: null,
    clientCompanyName: null,
  };
}

describe("lastTouch", () => {
  it("is the latest by its date, wherever it stands", () => {
    const reply = activity("email_response", "2026-03-12T09:00:00Z");
    const mails = [activity("email", "2026-03-11T09:00:00Z"), reply];
    expect(lastTouch(mails)).toBe(reply);
  });

  it("passes over tasks, summaries and rows without a date", () => {
    const call = activity("call_note", "2026-03-01T09:00:00Z");
    const rows = [
      activity("task", "2026-04-01T09:00:00Z"),
      activity("candidate_summary", "2026-04-02T09:00:00Z"),
      activity("call_note", null),
      activity("call_note", "soon"),
      call,
    ];
    expect(lastTouch(rows)).toBe(call);
  });

  it("is nothing for an empty timeline", () => {
    expect(lastTouch([])).toBeUndefined();
  });
});

describe("shortenText", () => {
  it("leaves a short text as it is, lines and all", () => {
    expect(shortenText("One\ntwo", 20)).toEqual({ text: "One\ntwo", isShortened: false });
  });

  it("cuts between words, without the punctuation before", () => {
    expect(shortenText("Wants to hear more, but after May", 21)).toEqual({
      text: "Wants to hear more…",
      isShortened: true,
    });
  });

  it("cuts a text without spaces, and no character in two", () => {
    expect(shortenText("転職".repeat(20), 10).text).toBe("転職転職転職転職転職…");
    expect(shortenText(`${"a".repeat(9)}😀${"b".repeat(20)}`, 10).text).toBe(`${"a".repeat(9)}…`);
  });
});

describe("isTeamType", () => {
  it.each([
    ["call_note", false],
    ["interview_note", false],
    ["reference_check", true],
  ])("%s: %s", (key, isOwn) => {
    expect(isTeamType({ key, name: key })).toBe(isOwn);
  });
});
