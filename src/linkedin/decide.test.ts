/** What a page's evidence means: guesses, suggestions, and why a field is empty. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { loadGoldens, openGolden } from "../../e2e/tools/golden.ts";
import { decide } from "./decide.ts";
import type { Entry, Evidence } from "./evidence.ts";
import { readProfile } from "./read-profile.ts";
import type { ProfileReading } from "./reading.ts";

const own = loadGoldens("own");

/** The profile on an own page. */
function readOwn(name: string): ProfileReading {
  const golden = own.find((one) => one.name === name);
  if (!golden) throw new Error(`no page ${name}`);
  const page = openGolden(golden);
  const reading = readProfile(page.document, golden.answer.url);
  page.close();
  if (reading.result !== "profile") throw new Error(`${name}: ${reading.result}`);
  return reading;
}

const entry = (title: string, companyName: string | null, more: Partial<Entry> = {}): Entry => ({
  title,
  companyName,
  companyUrl: null,
  isBare: false,
  endedAt: "Present",
  ...more,
});

function decideOn(more: Partial<Evidence>, experience: Partial<Evidence["experience"]> = {}): ProfileReading {
  const reading = decide({
    result: "evidence",
    layout: "sdui",
    publicId: "mara",
    name: "Mara Lindqvist",
    nameSource: "top card",
    headline: null,
    companyName: null,
    location: "Gothenburg",
    isTranslated: false,
    emails: [],
    phones: [],
    sites: [],
    warnings: [],
    ...more,
    experience: {
      state: "absent",
      whyAbsent: "not_loaded",
      current: [],
      lastEnded: null,
      ...experience,
    },
  });
  if (reading.result !== "profile") throw new Error(reading.result);
  return reading;
}

test.each([
  ["sdui-no-experience", {}],
  ["headline-conflict", { currentJobTitle: "not_loaded" }],
  ["past-only", { currentJobTitle: "all_ended", companyName: "all_ended" }],
  ["no-role", { currentJobTitle: "no_role", companyName: "no_role" }],
  ["career-break", { currentJobTitle: "no_employer", companyName: "no_employer" }],
  ["freelance", { companyName: "no_employer" }],
  ["retired-classic", { currentJobTitle: "no_employer", companyName: "no_employer" }],
  ["sdui-with-experience", {}],
])("what is missing on %s, and why", (name, missing) => {
  expect(readOwn(name).missing).toEqual(missing);
});

test("a location that is not shown is said to be so", () => {
  expect(readOwn("no-location").missing.location).toBe("not_shown");
});

test.each([
  ["sdui-with-experience", []],
  ["sdui-no-experience", []],
  ["past-only", ["last role"]],
  ["career-break", ["last role"]],
  ["no-role", ["headline"]],
  ["headline-conflict", ["headline"]],
])("what %s suggests comes from %j", (name, sources) => {
  expect(readOwn(name).titleSuggestions.map(({ source }) => source)).toEqual(expect.arrayContaining(sources));
});

test("the last role comes with its employer and its end; the headline's role with the employer it names", () => {
  expect(readOwn("career-break").titleSuggestions.at(-1)).toEqual({
    title: "Logistics Manager",
    source: "last role",
    companyName: "Kestrel Freight",
    endedAt: "Feb 2022",
  });
  const { titleSuggestions } = decideOn({ headline: "Buyer at Kestrel | Speaker", companyName: "Acme" });
  expect(titleSuggestions).toEqual([
    { title: "Buyer", source: "headline", companyName: "Kestrel", endedAt: null },
  ]);
});

test("a guess is not suggested once more, nor is a sure title joined by suggestions", () => {
  const guess = decideOn({ headline: "Buyer at Acme | Advisor at Kestrel", companyName: "Acme Ltd" });
  expect(guess.currentJobTitle).toEqual({ value: "Buyer", source: "headline", sure: false });
  expect(guess.titleSuggestions.map(({ title }) => title)).toEqual(["Advisor"]);
  const sure = decideOn({ headline: "Speaker" }, { state: "read", current: [entry("Buyer", "Acme")] });
  expect(sure.titleSuggestions).toEqual([]);
});

test("at most three suggestions, the last role always among them", () => {
  const headline = "Writer | Buyer at Acme | Advisor at Kestrel | Chair at Nordlys";
  const last = { lastEnded: entry("Planner", "Acme", { endedAt: "2024" }) };
  const { titleSuggestions } = decideOn({ headline }, { state: "read", ...last });
  expect(titleSuggestions).toHaveLength(3);
  expect(titleSuggestions.at(-1)?.source).toBe("last role");
});

test("the same name comes before one that only begins alike, the first role before neither", () => {
  const current = [entry("Board Member", "Lumenforge Foundation"), entry("Engineer", "Lumenforge")];
  expect(decideOn({ companyName: "Lumenforge" }, { state: "read", current }).currentJobTitle?.value).toBe(
    "Engineer",
  );
  expect(decideOn({ companyName: "Kestrel" }, { state: "read", current }).currentJobTitle?.value).toBe(
    "Board Member",
  );
});

test("beside a break the role that goes on counts; a bare entry that is no break makes all unclear", () => {
  const pause = entry("Career break", null, { isBare: true });
  const roles = [pause, entry("Advisor", "Kestrel")];
  expect(decideOn({}, { state: "read", current: roles }).currentJobTitle?.value).toBe("Advisor");
  const bare = [entry("Chair", null, { isBare: true }), entry("Advisor", "Kestrel")];
  expect(decideOn({}, { state: "read", current: bare }).currentJobTitle).toBeNull();
});

test("what employs nobody is no company, from the top card neither, and no guess is made of it", () => {
  const reading = decideOn({ companyName: "Self-employed", headline: "Coach at Self-employed" });
  expect(reading).toMatchObject({
    companyName: null,
    currentJobTitle: null,
    missing: { companyName: "no_employer" },
  });
});

test("LinkedIn Member is nobody", () => {
  expect(decideOn({ name: "LinkedIn Member" }).name).toBeNull();
});

test("a translated page and a product without a capture give guesses only", () => {
  for (const name of [
    "translated",
    "recruiter-profile",
    "recruiter-drawer",
    "sales-lead-menu",
    "sales-lead-data",
  ]) {
    const { name: shown, headline, currentJobTitle, companyName, location } = readOwn(name);
    const fields = [shown, headline, currentJobTitle, companyName, location];
    expect(
      fields.map((field) => field?.sure),
      name,
    ).toEqual([false, false, false, false, false]);
  }
  expect(readOwn("translated")).toMatchObject({ isTranslated: true, titleSuggestions: [] });
  expect(readOwn("recruiter-profile").isTranslated).toBe(false);
});

const CASES = new URL("../../../shared/cases/", import.meta.url);

describe.skipIf(!existsSync(CASES))(
  "pages that were read wrong once (../shared/cases; skipped where absent)",
  () => {
    const read = (file: string, slug = "mara-lindqvist-5b81") => {
      const html = readFileSync(fileURLToPath(new URL(`${file}.html`, CASES)), "utf8");
      const url = `https://www.linkedin.com/in/${slug}/`;
      const reading = readProfile(new JSDOM(html, { url }).window.document, url);
      return reading.result === "profile" ? reading : null;
    };

    test("a career break has neither title nor company", () => {
      const reading = read("01-career-break-sdui");
      expect([reading?.currentJobTitle, reading?.companyName]).toEqual([null, null]);
    });

    test("a translated page has nothing sure", () => {
      const reading = read("02-translated-sdui");
      expect(reading?.isTranslated).toBe(true);
      expect([reading?.name?.sure, reading?.companyName?.sure, reading?.currentJobTitle?.sure]).not.toContain(
        true,
      );
    });

    test("of two employers that begin alike the right one", () => {
      const reading = read("03-prefix-company-classic", "isaura-pemberton");
      expect([reading?.currentJobTitle?.value, reading?.companyName?.value]).toEqual([
        "Principal Engineer",
        "Lumenforge",
      ]);
    });

    test.each(["12-placeholder-freelance", "12-placeholder-retired"])("%s has no employer", (file) => {
      expect(read(file)?.companyName ?? null).toBeNull();
    });
  },
);
