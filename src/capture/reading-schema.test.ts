import { expect, test } from "vitest";
import { parseReading } from "./reading-schema.ts";

const entry = {
  title: "Analyst",
  companyName: "Kestrel",
  companyUrl: "https://www.linkedin.com/company/kestrel",
  isBare: false,
  endedAt: "Present",
};
const evidence = {
  result: "evidence",
  layout: "sdui",
  publicId: "ada",
  name: "Ada Example",
  nameSource: "top card",
  headline: null,
  companyName: "Kestrel",
  location: null,
  experience: { state: "read", whyAbsent: "not_shown", current: [entry], lastEnded: null },
  isTranslated: false,
  emails: ["ada@mail.example"],
  phones: [],
  sites: [],
  warnings: [],
};

test("evidence becomes a reading", () => {
  expect(parseReading(evidence)).toMatchObject({
    result: "profile",
    linkedinUrl: "https://www.linkedin.com/in/ada",
    name: { value: "Ada Example", source: "top card", sure: true },
    currentJobTitle: { value: "Analyst", source: "experience", sure: true },
    companyName: { value: "Kestrel", source: "experience", sure: true },
    companyUrl: "https://www.linkedin.com/company/kestrel",
    missing: { location: "not_shown" },
    emails: ["ada@mail.example"],
  });
});

test("a text no profile holds is no value, and the others stay", () => {
  const reading = parseReading({ ...evidence, headline: "x".repeat(1001), name: 7 });
  expect(reading).toMatchObject({ name: null, headline: null, currentJobTitle: { value: "Analyst" } });
});

test("a list no profile holds is empty, and the rest stays", () => {
  const reading = parseReading({ ...evidence, emails: Array(101).fill("ada@mail.example") });
  expect(reading).toMatchObject({ emails: [], name: { value: "Ada Example" } });
});

test("a link that is no company's page is none", () => {
  const current = [{ ...entry, companyUrl: "https://evil.example/company/kestrel" }];
  const reading = parseReading({ ...evidence, experience: { ...evidence.experience, current } });
  expect(reading).toMatchObject({ companyUrl: null, companyName: { value: "Kestrel" } });
});

test("a refusal passes as it is", () => {
  const refusal = { result: "address_hidden", where: "menu", linkedinUrl: null, report: { main: 1 } };
  expect(parseReading(refusal)).toEqual(refusal);
});

test.each([
  ["an address with another path in it", { ...evidence, publicId: "ada/../evil" }],
  ["no result", { ...evidence, result: "owned" }],
  ["nothing", undefined],
])("%s is no reading", (_what, value) => {
  expect(parseReading(value)).toBeNull();
});
