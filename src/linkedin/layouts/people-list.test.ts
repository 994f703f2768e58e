/** Lists of people against their golden rows, and against captures where a checkout has them. */
import { expect, test } from "vitest";
import { loadGoldens, openGolden } from "../../../e2e/tools/golden.ts";
import { readPeopleList } from "./people-list.ts";

const own = loadGoldens("own");

test.each(own.filter(({ answer }) => answer.rows).map((golden) => [golden.name, golden] as const))(
  "the rows of %s",
  (_name, golden) => {
    const page = openGolden(golden);
    expect(readPeopleList(page.document, golden.answer.url)).toEqual(golden.answer.rows);
    page.close();
  },
);

test("a profile's page has no list, though people are linked all over it", () => {
  for (const golden of own.filter(({ answer }) => answer.result === "profile")) {
    const page = openGolden(golden);
    expect(readPeopleList(page.document, golden.answer.url), golden.name).toEqual([]);
    page.close();
  }
});

test("a page that only looks like LinkedIn has no list", () => {
  const golden = own.find(({ name }) => name === "search-list");
  const page = golden && openGolden(golden);
  expect(
    page && readPeopleList(page.document, "https://linkedin.com.evil.example/search/results/people/"),
  ).toEqual([]);
});

const captured = loadGoldens("shared").filter(({ name }) => name.startsWith("search-"));

test.skipIf(captured.length === 0)(
  "each row of the captured searches has its own address (../shared/pages)",
  () => {
    for (const golden of captured) {
      const page = openGolden(golden);
      const rows = readPeopleList(page.document, golden.answer.url);
      page.close();
      expect(rows, golden.name).toHaveLength(10);
      for (const row of rows) {
        expect(row.linkedinUrl, golden.name).toMatch(/\/in\/member-\d+$/);
        expect([row.name, row.headline, row.location], golden.name).not.toContain(null);
      }
    }
  },
);
