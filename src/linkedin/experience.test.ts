import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readDateLine, readExperience } from "./experience.ts";

test.each([
  ["Jul 2021 - Present · 3 yrs", "current"],
  ["März 2021–Heute · 4 Jahre", "current"],
  ["lis 2014 –obecnie", "current"],
  ["2021年4月 - 現在 · 3年", "current"],
  ["٢٠٢١ - الحاضر", "current"],
  ["Jul 2021 - Jul 2023 · 2 yrs", "ended"],
  ["2018 - 2018", "ended"],
  ["Full-time · 4 yrs", null],
  ["FIFA World Cup 2026 - Canada, Mexico and the United States", null],
  ["Jan 68 - Present", null],
])("%s is %s", (text, kind) => expect(readDateLine(text)).toBe(kind));

function read(html: string) {
  const root = new JSDOM(`<section><h2>Experience</h2>${html}</section>`).window.document.querySelector(
    "section",
  );
  if (!root) throw new Error("no section");
  return readExperience(root, true);
}

test("grouped roles take their employer from above", () => {
  const { current } = read(`
    <div><div><p>Acme</p><p>Full-time · 6 yrs</p></div><ul>
      <li><p>Director</p><p>Jan 2022 - Present · 2 yrs</p></li>
      <li><p>Manager</p><p>Jan 2018 - Jan 2022 · 4 yrs</p></li></ul></div>
    <div><p>Intern</p><p>Other Ltd · Internship</p><p>Jan 2016 - Jan 2017</p></div>`);
  expect(current).toEqual([{ title: "Director", companyName: "Acme" }]);
});

test("only ended roles: nothing is current", () => {
  expect(read("<div><p>Intern</p><p>Other Ltd</p><p>Jan 2016 - Jan 2017</p></div>")).toEqual({
    state: "read",
    current: [],
  });
});
