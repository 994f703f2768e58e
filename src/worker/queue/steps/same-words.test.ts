import { describe, expect, test, vi } from "vitest";
import { rememberOwnRow } from "./own-rows.ts";
import { findSent, judgeRow } from "./same-words.ts";

vi.mock("webextension-polyfill", () => import("../../../testing/test-browser.ts"));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The server's clock when the step was sent; ours is hours off in most cases. */
const SENT = Date.parse("2026-11-26T09:00:00Z");
const at = (ms: number) => new Date(SENT + ms).toISOString();
const zoned = (ms: number) => at(ms + 5.5 * HOUR).replace("Z", "+05:30");
const bare = (ms: number) => at(ms).replace("Z", "");

const known = { sentAt: SENT, serverSentAt: SENT };
const clocks = { now: SENT + MINUTE, serverAt: SENT + MINUTE };

describe("a row of the same words", () => {
  test.each([
    ["stored after it was sent", at(SECOND), "there"],
    ["in another zone's time", zoned(SECOND), "there"],
    ["without a zone", bare(SECOND), "there"],
    ["without a zone and with a blank", bare(SECOND).replace("T", " "), "there"],
    ["of a minute before", at(-MINUTE), "missing"],
    ["of a minute before in another zone's time", zoned(-MINUTE), "missing"],
    ["of hours before, without a zone", bare(-5 * HOUR), "unclear"],
    ["of days before, without a zone", bare(-49 * HOUR), "missing"],
    ["of seconds before: two machines of the server may differ", at(-5 * SECOND), "unclear"],
    ["of the future: its clock is not the one of the header", at(HOUR), "unclear"],
    ["without a time", null, "unclear"],
    ["with a time nobody can read", "yesterday", "unclear"],
    ["with an empty time", "", "unclear"],
  ])("%s", (_when, createdAt, verdict) => {
    expect(judgeRow({ createdAt }, known, clocks)).toBe(verdict);
    // Whatever our own clock says.
    for (const skew of [-7 * HOUR, 7 * HOUR]) {
      const ours = { ...known, sentAt: SENT + skew };
      expect(judgeRow({ createdAt }, ours, { ...clocks, now: ours.sentAt + MINUTE })).toBe(verdict);
      expect(judgeRow({ createdAt }, ours, clocks)).toBe(verdict);
    }
  });

  test.each([
    ["is ours by the time that has passed since", at(SECOND), "there"],
    ["is ours only perhaps when it is some hours older", at(-3 * HOUR), "unclear"],
    ["is another one when it is days older", at(-49 * HOUR), "missing"],
  ])("where the server told its clock only afterwards: %s", (_what, createdAt, verdict) => {
    for (const skew of [0, -7 * HOUR, 7 * HOUR]) {
      const sentAt = SENT + skew;
      const later = { now: sentAt + MINUTE, serverAt: SENT + MINUTE };
      expect(judgeRow({ createdAt }, { sentAt, serverSentAt: null }, later)).toBe(verdict);
    }
  });

  test.each([
    [at(SECOND), "unclear"],
    [at(-20 * HOUR), "unclear"],
    [at(-30 * HOUR), "missing"],
  ])("where the server tells no clock: %s is %s", (createdAt, verdict) => {
    const none = { now: SENT + MINUTE, serverAt: null };
    expect(judgeRow({ createdAt }, { sentAt: SENT, serverSentAt: null }, none)).toBe(verdict);
  });
});

describe("of several rows", () => {
  const rows = [{ id: "row-1", text: "<p>Call</p>", createdAt: at(300) }];
  const find = (id: string) => findSent("Call", rows, { personId: "p", save: { id, ...known }, clocks });

  test("one that another save has put there is not this one's, one of its own is", async () => {
    await rememberOwnRow("row-1", { saveId: "first", personId: "p" }, "Call");
    expect(await find("second")).toBe("missing");
    expect(await find("first")).toBe("there");
  });

  test("what was found belongs to the save: the next one of the same words does not find it again", async () => {
    expect(await find("first")).toBe("there");
    expect(await find("first")).toBe("there");
    expect(await find("second")).toBe("missing");
  });

  test("within the second of another save's row whose id is not known, only the user can tell", async () => {
    await rememberOwnRow(null, { saveId: "first", personId: "p" }, "Call");
    expect(await find("second")).toBe("unclear");
    expect(await find("first")).toBe("there");
  });

  test("other words are no find", async () => {
    const other = [{ id: null, text: "Call back", createdAt: at(300) }];
    expect(await findSent("Call", other, { personId: "p", save: { id: "first", ...known }, clocks })).toBe(
      "missing",
    );
  });
});
