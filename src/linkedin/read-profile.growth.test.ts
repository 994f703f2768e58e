/** Reading is linear in the page's size, counted in calls of the DOM: timings are noisy, counts are not. */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { expect, test, vi } from "vitest";
import { readProfile } from "./read-profile.ts";

const FOLDER = new URL("../../e2e/linkedin-pages/", import.meta.url);

test.each(["sdui-with-experience", "classic", "guest"])("%s grown eightfold", (name) => {
  const html = readFileSync(new URL(`${name}.html`, FOLDER), "utf8");
  const { url } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")) as { url: string };
  const once = countCalls(html, url, 1);
  const eightfold = countCalls(html, url, 8);
  expect(once.calls, "the calls are counted").toBeGreaterThan(20);
  expect(eightfold.reading).toEqual(once.reading);
  // Queries over the whole document cost its whole size each: their number must not grow with it.
  expect(eightfold.documentQueries).toBeLessThanOrEqual(once.documentQueries);
  expect(eightfold.calls).toBeLessThanOrEqual(8 * once.calls);
});

/** Reads the page with `times - 1` more pages' worth of other people's cards behind its content. */
function countCalls(html: string, url: string, times: number) {
  const { window } = new JSDOM(html, { url });
  const { document } = window;
  const main = document.querySelector("main") ?? document.body;
  const size = main.querySelectorAll("*").length;
  const added = Math.ceil(((times - 1) * size) / 6);
  for (let n = 0; n < added; n++) {
    const card = document.createElement("section");
    card.append(document.createElement("h2"), document.createElement("p"), document.createElement("ul"));
    card.children[0]?.append(`Other Person ${n}`);
    const link = document.createElement("a");
    link.href = `https://www.linkedin.com/in/other-person-${n}/`;
    link.append(`Person ${n}`);
    card.children[2]?.append(document.createElement("li"), link);
    main.append(card);
  }
  const documentSpies = (["querySelector", "querySelectorAll"] as const).map((method) =>
    vi.spyOn(document, method),
  );
  const elementSpies = (
    ["querySelector", "querySelectorAll", "closest", "matches", "getAttribute"] as const
  ).map((method) => vi.spyOn(window.Element.prototype, method));
  const reading = readProfile(document, url);
  const sum = (spies: { mock: { calls: unknown[] } }[]) =>
    spies.reduce((all, spy) => all + spy.mock.calls.length, 0);
  return { reading, documentQueries: sum(documentSpies), calls: sum(documentSpies) + sum(elementSpies) };
}
