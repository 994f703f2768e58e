import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readDateLine } from "../text/date-line.ts";
import { readExperience } from "./experience.ts";

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
  expect(current).toMatchObject([{ title: "Director", companyName: "Acme" }]);
});

test("a kind of employment in a grouped role is no employer", () => {
  const { current } = read(`
    <div><div><p>Acme</p><p>6 yrs</p><p>Oslo, Norway</p></div><ul>
      <li><p>Director</p><p>Full-time</p><p>Jan 2022 - Present · 2 yrs</p></li>
      <li><p>Manager</p><p>Contract</p><p>Jan 2018 - Jan 2022 · 4 yrs</p></li></ul></div>`);
  expect(current).toMatchObject([{ title: "Director", companyName: "Acme" }]);
});

test("a grouped role that repeats its employer", () => {
  const { current } = read(`
    <div><div><h4>Acme</h4><p>6 years</p></div><ul>
      <li><h3>Director</h3><h4>Acmé</h4><p>Jan 2022 - Present</p></li>
      <li><h3>Manager</h3><h4>Acme</h4><p>Jan 2018 - Jan 2022</p></li></ul></div>`);
  expect(current).toMatchObject([{ title: "Director", companyName: "Acmé" }]);
});

test("a role without dates before the others is not their employer", () => {
  const roles = (line: string) =>
    read(`<ul><li><p>Advisor</p><p>Studio 54</p></li>
      <li><p>Director</p><p>${line}</p><p>Jan 2022 - Present</p></li>
      <li><p>Manager</p><p>Acme</p><p>Jan 2018 - Jan 2022</p></li></ul>`).current;
  expect(roles("Acme · Full-time")).toMatchObject([{ title: "Director", companyName: "Acme" }]);
  expect(roles("Acme")).toMatchObject([{ title: "Director", companyName: null }]);
});

test("a card that is still empty says nothing", () => {
  expect(read("").state).toBe("absent");
});

test("only ended roles: nothing is current", () => {
  expect(read("<div><p>Intern</p><p>Other Ltd</p><p>Jan 2016 - Jan 2017</p></div>")).toMatchObject({
    state: "read",
    current: [],
    lastEnded: { title: "Intern", companyName: "Other Ltd", endedAt: "Jan 2017" },
  });
});

test("a role gives the one company page it links, and the address no more than that", () => {
  const link = '<a href="https://de.linkedin.com/company/Acme-GmbH/?trk=x">';
  const role = `<div>${link}<p>Director</p></a><p>Acme</p><p>Jan 2022 - Present</p></div>`;
  const ended = "<div><p>Intern</p><p>Other Ltd</p><p>2016 - 2017</p></div>";
  expect(read(role + ended).current[0]?.companyUrl).toBe("https://www.linkedin.com/company/acme-gmbh");
  const two = role.replace("<p>Acme", '<a href="/company/2/">x</a><p>Acme');
  expect(read(two + ended).current[0]?.companyUrl ?? null).toBeNull();
});

test("a career break is given as it is written, for the extension to tell", () => {
  const reading =
    read(`<div><p>Full-time parenting</p><p>Career Break</p><p>Mar 2022 - Present · 4 yrs</p></div>
    <div><p>Planner</p><p>Acme · Full-time</p><p>2016 - 2022</p></div>`);
  expect(reading).toMatchObject({ state: "read", current: [{ companyName: "Career Break", isBare: false }] });
  expect(reading.lastEnded?.title).toBe("Planner");
});

test("a company with a dot in its name is whole where the top card has it", () => {
  const root = new JSDOM(
    "<section><div><p>Director</p><p>Studio · Nord · Full-time</p><p>Jan 2022 - Present</p></div></section>",
  ).window.document.querySelector("section") as Element;
  expect(readExperience(root, true).current[0]?.companyName).toBe("Studio");
  expect(readExperience(root, true, ["Studio · Nord"]).current[0]?.companyName).toBe("Studio · Nord");
});
