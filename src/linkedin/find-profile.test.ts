/** Pages that are half there, no pages, or built to keep a reader busy. */
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { loadGoldens } from "../../e2e/tools/golden.ts";
import { findProfile } from "./find-profile.ts";
import { readProfile } from "./read-profile.ts";

const own = loadGoldens("own");

function golden(name: string) {
  const found = own.find((one) => one.name === name);
  if (!found) throw new Error(`no page ${name}`);
  return { html: found.html, url: found.answer.url };
}

/** The page as far as its HTML has streamed in: jsdom's document stays "loading" until the next task. */
function readCut(name: string, at: string) {
  const { html, url } = golden(name);
  const end = html.indexOf(at);
  if (end < 0) throw new Error(`${name} has no ${at}`);
  const { document } = new JSDOM(html.slice(0, end), { url }).window;
  expect(document.readyState).toBe("loading");
  return readProfile(document, url);
}

test.each([
  ["sdui-with-experience", "Gothenburg, Västra"],
  ["sdui-with-experience", "500+ connections"],
  ["classic", "Leeds, England"],
  ["classic", "Current company: Fernhill"],
  ["guest", "564 followers"],
])("of %s, cut at %s, nothing is given yet", (name, at) => {
  expect(readCut(name, at).result).not.toBe("profile");
});

test.each([
  ["sdui-with-experience", "Kestrel Freight logo"],
  ["classic", "Category Buyer"],
])("of %s a part of Experience only confirms the top card", (name, at) => {
  const reading = readCut(name, at);
  if (reading.result !== "profile") throw new Error(reading.result);
  const { html, url } = golden(name);
  const whole = readProfile(new JSDOM(html, { url }).window.document, url);
  if (whole.result !== "profile") throw new Error(whole.result);
  expect([null, whole.currentJobTitle?.value]).toContain(reading.currentJobTitle?.value ?? null);
  expect([null, whole.companyName?.value]).toContain(reading.companyName?.value ?? null);
});

test("wherever the stream stands, what is given is what the whole page gives", () => {
  for (const name of ["sdui-with-experience", "several-current-roles", "exact-company-classic"]) {
    const { html, url } = golden(name);
    const whole = readProfile(new JSDOM(html, { url }).window.document, url);
    if (whole.result !== "profile") throw new Error(whole.result);
    for (let end = 0; end < html.length; end += 1500) {
      const reading = readProfile(new JSDOM(html.slice(0, end), { url }).window.document, url);
      if (reading.result !== "profile") continue;
      for (const field of ["name", "headline", "location", "companyName", "currentJobTitle"] as const) {
        const given = reading[field];
        if (given?.sure) expect(given.value, `${name} at ${end}: ${field}`).toBe(whole[field]?.value);
      }
    }
  }
});

test.each(["text/xml", "image/svg+xml", "application/xhtml+xml", "application/xml"] as const)(
  "a document of type %s is no page",
  (contentType) => {
    const url = "https://www.linkedin.com/in/mara-lindqvist/";
    const { document } = new JSDOM("<a>Mara Lindqvist</a>", { url, contentType }).window;
    expect(readProfile(document, url).result).toBe("not_a_page");
  },
);

// With a pattern that goes back over the text each takes a quarter of a minute.
test("headline and company of thousands of letters come to their end", { timeout: 30_000 }, () => {
  const { html, url } = golden("sdui-no-experience");
  for (const filler of [" at Lumenforge", " a ", " @", "| "]) {
    const long = html
      .replaceAll("Site Reliability Engineer at Lumenforge | Cloud, Go, Kubernetes", filler.repeat(800))
      .replaceAll(">Lumenforge<", `>${"Lumenforge at ".repeat(150)}<`);
    const { document } = new JSDOM(long, { url }).window;
    expect(readProfile(document, url).result).toBe("profile");
  }
});

test("a hundred levels and a thousand date lines end", { timeout: 30_000 }, () => {
  const { html, url } = golden("sdui-with-experience");
  const { document } = new JSDOM(html, { url }).window;
  const section = document.querySelector("[componentkey$=ExperienceTopLevelSection] section");
  let at: Element | null = section;
  for (let depth = 0; depth < 100; depth++) {
    const next = document.createElement("div");
    at?.append(next);
    at = next;
  }
  at?.append("Jan 2020 - Present");
  for (let line = 0; line < 1000; line++) {
    const p = document.createElement("p");
    p.append(line % 2 ? "·" : `Jan ${1990 + (line % 30)} - Present`);
    section?.append(p);
  }
  expect(findProfile(document, url).result).toBe("evidence");
});
