import { expect, test } from "vitest";
import { serverTime } from "./server-time.ts";

test.each([
  ["Thu, 26 Nov 2026 09:00:00 GMT", Date.UTC(2026, 10, 26, 9)],
  // The two older forms that a server may still use; the last has no zone and is not taken.
  ["Thursday, 26-Nov-26 09:00:00 GMT", Date.UTC(2026, 10, 26, 9)],
  ["Thu Nov 26 09:00:00 2026", null],
  ["Thu, 01 Jan 1970 00:00:00 GMT", null],
  ["Fri, 01 Jan 2500 00:00:00 GMT", null],
  ["half past nine", null],
  ["2026", null],
  ["0", null],
  ["", null],
])("the date %j is %s", (date, at) => {
  expect(serverTime(new Headers({ date }))).toBe(at);
});

test("no header, no clock", () => {
  expect(serverTime(new Headers())).toBeNull();
});
