import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readDateLine, readExperience } from "./experience.ts";

test.each([
  ["Jul 2021 - Present · 3 yrs", "current"],
  ["März 2021–Heute · 4 Jahre", "current"],
  ["lis 2014 –obecnie", "current"],
  ["2021年4月 - 現在 · 3年", "current"],
  ["٢٠٢١ - الحاضر", "current"],
  ["ก.ค. 2564 - ปัจจุบัน · 4 ปี", "current"],
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

test("a kind of employment in a grouped role is no employer", () => {
  const { current } = read(`
    <div><div><p>Acme</p><p>6 yrs</p><p>Oslo, Norway</p></div><ul>
      <li><p>Director</p><p>Full-time</p><p>Jan 2022 - Present · 2 yrs</p></li>
      <li><p>Manager</p><p>Contract</p><p>Jan 2018 - Jan 2022 · 4 yrs</p></li></ul></div>`);
  expect(current).toEqual([{ title: "Director", companyName: "Acme" }]);
});

test("a grouped role that repeats its employer", () => {
  const { current } = read(`
    <div><div><h4>Acme</h4><p>6 years</p></div><ul>
      <li><h3>Director</h3><h4>Acmé</h4><p>Jan 2022 - Present</p></li>
      <li><h3>Manager</h3><h4>Acme</h4><p>Jan 2018 - Jan 2022</p></li></ul></div>`);
  expect(current).toEqual([{ title: "Director", companyName: "Acmé" }]);
});

test("a role without dates before the others is not their employer", () => {
  const roles = (line: string) =>
    read(`<ul><li><p>Advisor</p><p>Studio 54</p></li>
      <li><p>Director</p><p>${line}</p><p>Jan 2022 - Present</p></li>
      <li><p>Manager</p><p>Acme</p><p>Jan 2018 - Jan 2022</p></li></ul>`).current;
  expect(roles("Acme · Full-time")).toEqual([{ title: "Director", companyName: "Acme" }]);
  expect(roles("Acme")).toEqual([{ title: "Director", companyName: null }]);
});

test("a card that is still empty says nothing", () => {
  expect(read("").state).toBe("absent");
});

test("only ended roles: nothing is current", () => {
  expect(read("<div><p>Intern</p><p>Other Ltd</p><p>Jan 2016 - Jan 2017</p></div>")).toEqual({
    state: "read",
    current: [],
  });
});
