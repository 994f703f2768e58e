import { expect, test } from "vitest";
import { parseReading } from "./reading-schema.ts";

const field = (value: string) => ({ value, source: "top card", sure: true });
const reading = {
  result: "profile",
  layout: "sdui",
  publicId: "ada",
  linkedinUrl: "https://www.linkedin.com/in/ada",
  name: field("Ada Example"),
  headline: null,
  currentJobTitle: field("Analyst"),
  companyName: null,
  location: null,
  currentRoles: [],
  emails: ["ada@mail.example"],
  phones: [],
  sites: [],
  missing: {},
  titleSuggestions: [],
  isTranslated: false,
  companyUrl: null,
  warnings: [],
};

test("a reading passes as it is", () => {
  expect(parseReading(reading)).toEqual(reading);
});

test("a text no profile holds is no value, and the others stay", () => {
  const parsed = parseReading({ ...reading, currentJobTitle: field("x".repeat(1001)) });
  expect(parsed).toEqual({ ...reading, currentJobTitle: null });
});

test("a list no profile holds is empty, and the rest stays", () => {
  const parsed = parseReading({ ...reading, emails: Array(101).fill("ada@mail.example") });
  expect(parsed).toEqual({ ...reading, emails: [] });
});

test.each([
  ["another person's address form", { ...reading, linkedinUrl: "https://evil.example/in/ada" }],
  ["no result", { ...reading, result: "owned" }],
  ["nothing", undefined],
])("%s is no reading", (_what, value) => {
  expect(parseReading(value)).toBeNull();
});
