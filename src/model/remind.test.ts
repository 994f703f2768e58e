import { afterEach, describe, expect, it } from "vitest";
import { dayIn } from "./remind.ts";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

describe("dayIn", () => {
  it.each([
    ["the next day", 1, "2026-11-27"],
    ["a weekend, kept", 3, "2026-11-29"],
    ["the next month", 7, "2026-12-03"],
  ])("%s", (_name, days, day) => {
    expect(dayIn(days, new Date(2026, 10, 26, 23, 59))).toBe(day);
  });

  it.each(["Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin"])("counts days of %s", (name) => {
    process.env.TZ = name;
    // The night in which clocks are set back has 25 hours, and another one 23.
    expect(dayIn(1, new Date(2026, 9, 24, 23, 30))).toBe("2026-10-25");
    expect(dayIn(1, new Date(2026, 2, 28, 23, 30))).toBe("2026-03-29");
    expect(dayIn(1, new Date(2026, 11, 31, 0, 5))).toBe("2027-01-01");
  });
});
