import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Evidence, PageEvidence } from "../linkedin/evidence.ts";
import { createRereader, readSettled } from "./read-settled.ts";

const profile = (more: Partial<Evidence> = {}): Evidence => ({
  result: "evidence",
  layout: "sdui",
  publicId: "mara",
  name: "Mara",
  nameSource: "top card",
  headline: null,
  companyName: null,
  location: "Gothenburg",
  experience: { state: "read", whyAbsent: "not_shown", current: [], lastEnded: null },
  isTranslated: false,
  emails: [],
  phones: [],
  sites: [],
  warnings: [],
  ...more,
});
const loading: PageEvidence = { result: "still_loading", linkedinUrl: null, report: {} };
const noExperience = { state: "absent", whyAbsent: "not_loaded", current: [], lastEnded: null } as const;
const partly = profile({ experience: { ...noExperience, current: [] } });
const recruiter = profile({ layout: "recruiter" });

const URL_NOW = "https://www.linkedin.com/in/mara/";
const complete = { URL: URL_NOW, readyState: "complete" } as const;
const streaming = { URL: URL_NOW, readyState: "loading" } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What is given, and after how many ms. */
async function settle(read: (passed: number) => PageEvidence, page: Pick<Document, "URL" | "readyState">) {
  const start = performance.now();
  const settled = readSettled(() => read(performance.now() - start), page).then((reading) => ({
    reading,
    passed: performance.now() - start,
  }));
  await vi.advanceTimersByTimeAsync(10_000);
  return settled;
}

test("a profile is given at the first look", async () => {
  expect(await settle(() => partly, complete)).toEqual({ reading: partly, passed: 0 });
});

test("a page that is still becoming the person's is looked at until it is", async () => {
  const { reading, passed } = await settle((ms) => (ms < 1000 ? loading : partly), complete);
  expect(reading).toBe(partly);
  expect(passed).toBeLessThan(1300);
});

test("and for three seconds at most", async () => {
  const { reading, passed } = await settle(() => loading, complete);
  expect(reading).toBe(loading);
  expect(passed).toBeLessThan(3300);
});

test("of a page that streams, a whole profile is given at once, a part after a second", async () => {
  expect((await settle(() => profile(), streaming)).passed).toBe(0);
  const { reading, passed } = await settle(() => partly, streaming);
  expect(reading).toBe(partly);
  expect(passed).toBeGreaterThanOrEqual(1000);
  expect(passed).toBeLessThan(1300);
});

test("in Recruiter name and address have to stand still for a second", async () => {
  const { reading, passed } = await settle(
    (ms) => (ms < 900 ? recruiter : { ...recruiter, name: "Jo" }),
    complete,
  );
  expect(reading).toMatchObject({ name: "Jo" });
  expect(passed).toBeGreaterThanOrEqual(1900);
});

test("what never stands still is not given", async () => {
  let look = 0;
  const { reading } = await settle(() => ({ ...recruiter, name: `Person ${look++}` }), complete);
  expect(reading.result).toBe("still_loading");
});

test("read again, Recruiter's profile is given once two looks agree, any other at once", () => {
  const page = { ...complete } as { URL: string; readyState: "complete" };
  let current: PageEvidence = recruiter;
  const reread = createRereader(() => current, page);
  expect(reread().result).toBe("still_loading");
  expect(reread()).toBe(recruiter);
  page.URL = "https://www.linkedin.com/talent/profile/AEM2";
  expect(reread().result).toBe("still_loading");
  current = partly;
  expect(reread()).toBe(partly);
});
