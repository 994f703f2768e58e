/** A page whose every text is far longer than a profile's is nobody's. One of these is also tried in the browser: e2e/nightly/huge-page.spec.ts. */
import { expect, test } from "vitest";
import { loadGoldens, openGolden } from "../../e2e/tools/golden.ts";
import { readProfile } from "./read-profile.ts";

const MILLION = 1_000_000;
const TEXTS = [
  "Mara Lindqvist",
  "Head of Supply Chain",
  "Brightwater Foods",
  "Gothenburg, Västra Götaland County, Sweden",
];

test.each<[what: string, text: (plain: string) => string]>([
  ["nine thousand letters", (plain) => plain + "x".repeat(9000)],
  ["a million letters", (plain) => plain + "x".repeat(MILLION)],
  ["four thousand words", (plain) => `${plain} x`.repeat(4000)],
  ["a megabyte of invisible marks", (plain) => plain + "\u200b\u200d".repeat(MILLION / 6)],
])("%s", (_what, huge) => {
  const golden = loadGoldens("own").find(({ name }) => name === "sdui-with-experience");
  if (!golden) throw new Error("The page is gone");
  const html = TEXTS.reduce((page, plain) => page.replaceAll(plain, huge(plain)), golden.html);
  const page = openGolden({ ...golden, html });
  expect(readProfile(page.document, golden.answer.url).result).not.toBe("profile");
  page.close();
});
