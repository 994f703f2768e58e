import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { inventedPages } from "../../e2e/sandbox/linkedin-pages.ts";
import { linkName } from "./link-name.ts";

function nameOn(html: string, link: string): string | null {
  return linkName(new JSDOM(html, { url: "https://www.linkedin.com/feed/" }).window.document, link);
}

const page = (name: string) => inventedPages().find((one) => one.name === name)?.html ?? "";

test.each([
  ["search-list", "https://www.linkedin.com/in/lucian-dragos-8/", "Lucian Dragoș"],
  ["search-list", "https://www.linkedin.com/in/wil-okoye/", "Wilhelmina Okoye"],
  ["search-list", "https://www.linkedin.com/in/ada-brink-2?trk=x", "Ada Brink"],
  ["search-list", "https://www.linkedin.com/in/ivo-s/", "Ivo Santangelo"],
  ["search-list-classic", "https://www.linkedin.com/in/ulrike-stanhope", "Ulrike Stanhope"],
  ["feed", "https://www.linkedin.com/in/ilse-brandvold-77a/", "Ilse Brandvold"],
  ["feed", "https://www.linkedin.com/in/otto-verhagen-9c2/", "Otto Verhagen"],
])("%s: %s is %s", (name, link, expected) => {
  expect(nameOn(page(name), link)).toBe(expected);
});

const MARA = "https://www.linkedin.com/in/mara-lindqvist-5b81/";
const link = (inner: string) => `<a href="/in/mara-lindqvist-5b81/">${inner}</a>`;

test.each([
  ["its text is no name", link("See more")],
  ["the slug does not agree, and nothing else does", link("Petra Sundh")],
  ["a sentence begins with the person's name", link("Mara is hiring")],
  ["the first name alone", link("Mara")],
  ["the page shows two names for it", link("Mara Lindqvist") + link("Mara B. Lindqvist")],
  ["the name is for screen readers alone", link(`<span class="visually-hidden">Mara Lindqvist</span>`)],
  [
    "only a sub-page of the profile is linked",
    `<a href="/in/mara-lindqvist-5b81/overlay/contact-info/">Mara Lindqvist</a>`,
  ],
  ["it is another person's link", `<a href="/in/mara-lindqvist/">Mara Lindqvist</a>`],
  [
    "it is a link to another site",
    `<a href="https://evil.example/in/mara-lindqvist-5b81/">Mara Lindqvist</a>`,
  ],
])("no name when %s", (_why, html) => {
  expect(nameOn(html, MARA)).toBeNull();
});

test("no name for a member id, whatever the text", () => {
  const id = "ACoAAA_AIFK4RzJo3DUmxb9Te6lFxxnDea0Myhh";
  expect(nameOn(`<a href="/in/${id}/">Mara Lindqvist</a>`, `https://www.linkedin.com/in/${id}/`)).toBeNull();
});

test("a card that is one link gives the name out of its lines", () => {
  const card = link(
    `<img alt="Mara Lindqvist"><p>Mara Lindqvist 🚀</p><p>Head of Supply Chain</p><span>• 2nd</span>`,
  );
  expect(nameOn(card, MARA)).toBe("Mara Lindqvist");
});

test("the picture's description confirms what the slug does not", () => {
  const html = `<a href="/in/dbx-77/"><img alt="山田太郎"></a><a href="/in/dbx-77/">山田太郎</a>`;
  expect(nameOn(html, "https://www.linkedin.com/in/dbx-77")).toBe("山田太郎");
});
