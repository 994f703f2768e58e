/** The bar of the reader: every golden page. */
import { describe, expect, test } from "vitest";
import {
  type Collection,
  fieldNames,
  type Golden,
  judge,
  loadGoldens,
  openGolden,
} from "../../e2e/tools/golden.ts";
import { addTitle, addToTally, emptyTally, type Tally, titleShare } from "../../e2e/tools/score.ts";
import { readProfile } from "./read-profile.ts";

const collections: [string, Collection][] = [
  ["own fixtures", "own"],
  ["shared real pages (../shared/pages; skipped where it is absent)", "shared"],
];

for (const [title, collection] of collections) {
  const goldens = loadGoldens(collection);
  describe.skipIf(goldens.length === 0)(title, () => {
    const tally = emptyTally();
    for (const golden of goldens) test(golden.name, { timeout: 30_000 }, () => readsRight(golden, tally));
    test("the bar", () => holdsTheBar(tally));
    if (goldens.length === 0) test("no pages here", () => {});
  });
}

function readsRight(golden: Golden, tally: Tally): void {
  const page = openGolden(golden);
  const before = page.document.documentElement.outerHTML;
  const reading = readProfile(page.document, golden.answer.url);
  const verdict = judge(golden, reading);
  expect(page.document.documentElement.outerHTML === before, "the page is left as it was").toBe(true);
  page.close();
  addToTally(tally, verdict, golden.name);
  addTitle(tally, golden, reading);
  expect(verdict.misses.filter(({ outcome, field }) => outcome === "wrong" || field === "result")).toEqual(
    [],
  );
}

function holdsTheBar(tally: Tally): void {
  expect(tally.faultNotes).toEqual([]);
  expect(titleShare(tally), "pages with a title, a guess or a suggestion").toBeGreaterThanOrEqual(0.9);
  for (const field of fieldNames) {
    const { ok, missing } = tally.fields[field];
    const bar = field === "name" || field === "public_id" ? 1 : 0.95;
    expect(ok, `${field}: ${ok} of ${ok + missing}`).toBeGreaterThanOrEqual(bar * (ok + missing));
  }
}
