/** Each selector of each layout still matches a page we have: one that matches none has gone with LinkedIn's change, or was never right. */
import { afterAll, expect, test } from "vitest";
import { loadGoldens, openGolden } from "../../../e2e/tools/golden.ts";
import { SELECTORS as classic } from "./classic.ts";
import { SELECTORS as guest } from "./guest.ts";
import { SELECTORS as peopleList } from "./people-list.ts";
import { SELECTORS as recruiter } from "./recruiter.ts";
import { SELECTORS as salesNavigator } from "./sales-navigator.ts";
import { SELECTORS as sdui } from "./sdui.ts";

const pages = loadGoldens("own").map((golden) => openGolden(golden));
const documents = pages.flatMap(({ document, frameDocument }) =>
  frameDocument ? [document, frameDocument] : [document],
);
afterAll(() => {
  for (const page of pages) page.close();
});

/** A list of selectors, each by itself; commas inside brackets part nothing. */
const partsOf = (selectors: string) => selectors.split(/,(?![^([]*[)\]])/);

const cases = Object.entries({ classic, guest, peopleList, recruiter, salesNavigator, sdui }).flatMap(
  ([layout, selectors]) =>
    Object.entries(selectors).flatMap(([name, list]) =>
      partsOf(list).map((part) => [layout, name, part] as const),
    ),
);

test.each(cases)("%s %s: %s", (_layout, _name, selector) => {
  expect(documents.some((document) => document.querySelector(selector))).toBe(true);
});
