import { expect, test } from "vitest";
import { isJobFor, keywordsToAsk } from "./job-search.ts";

const job = (name: string, clientCompanyName: string | null, location: string | null = null) => ({
  id: "job-1",
  name,
  clientCompanyName,
  location,
  candidateCount: null,
});

test.each([
  ["vp of sales", job("VP Sales", null)],
  ["vice president sales", job("VP of Sales", null)],
  ["procter and velmar", job("CFO", "Procter & Velmar")],
  ["r & d", job("Head of R&D", null)],
  ["research and development", job("Head of R&D", null)],
  ["mergers and acquisitions", job("M&A Director", null)],
  ["geschaeftsfuehrer", job("Geschäftsführer", null)],
  ["geschaftsfuhrer", job("Geschäftsführer (m/w/d)", null)],
  ["財務", job("最高財務責任者", null)],
  ["jp velmar", job("CFO", "J.P. Velmar")],
  ["velmarcola", job("CFO", "Velmar-Cola")],
  ["nonexecutive", job("Non-Executive Director", null)],
  ["and", job("Andover Headmaster", null)],
])("%s finds %j", (typed, found) => expect(isJobFor(typed, found)).toBe(true));

test.each([
  ["hr", job("Chrome Engineer", null)],
  ["cfo", job("COO", "Cofoundry")],
  ["vp of marketing", job("VP Sales", null)],
  ["acme", job("CFO", "Velmac Metals")],
])("%s does not find %j", (typed, other) => expect(isJobFor(typed, other)).toBe(false));

test("Stardex is asked for the word that tells most", () => {
  expect(keywordsToAsk("r & d")).toEqual(["r&d", "research"]);
  expect(keywordsToAsk("procter and velmar")).toEqual(["procter"]);
  expect(keywordsToAsk("and")).toEqual(["and"]);
});
