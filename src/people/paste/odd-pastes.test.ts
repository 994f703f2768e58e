/** What people really paste: each shape with the right value of every row. A name is never made of an address. */
import { expect, test } from "vitest";
import type { PastedPerson } from "./pasted-person.ts";
import { readPaste } from "./read-paste.ts";

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;

/** What is said of a person; all that is not named here has to be empty. */
type Said = Partial<Omit<PastedPerson, "line" | "nth" | "linkedinUrl" | "address">> & { slug: string | null };

const person = (name: string | null, slug: string | null, more: Partial<Said> = {}): Said => ({
  slug,
  ...(name !== null && { name }),
  ...more,
});

function saidOf(one: PastedPerson): Said {
  const { line: _line, nth: _nth, address: _address, linkedinUrl, ...values } = one;
  const filled = Object.entries(values).filter(([, value]) => value !== null && String(value) !== "");
  return { slug: linkedinUrl?.replace(url(""), "") ?? null, ...Object.fromEntries(filled) };
}

const mara = person("Mara Voss", "mara-voss");
const jon = person("Jon Mills", "jon-mills");
const bo = person("Bo Lund", "bo-lund");

interface Odd {
  text: string;
  people: Said[];
  /** Lines that are nobody. */
  leftOut?: string[];
  doubles?: number;
}

const pastes: Record<string, Odd> = {
  "a header in German, the columns in another order": {
    text: `Ort;Firma;Position;Kandidat;LinkedIn-Profil\nKöln;Acme GmbH;Leiterin Einkauf;Mara Voss;${url("mara-voss")}`,
    people: [{ ...mara, location: "Köln", company: "Acme GmbH", title: "Leiterin Einkauf" }],
  },
  "a header in a language the extension does not speak": {
    text: `Nome\tCognome\tAzienda\tRuolo\tLinkedIn\nMara\tRossi\tAcme\tCFO\t${url("mara-rossi")}`,
    people: [
      person("Mara Rossi", "mara-rossi", {
        firstName: "Mara",
        lastName: "Rossi",
        company: "Acme",
        title: "CFO",
      }),
    ],
  },
  "a name beside a surname, once the first and once the whole": {
    text: `Name,Surname,LinkedIn\nMara,Voss,${url("mara-voss")}\nJon Mills,Mills,${url("jon-mills")}`,
    people: [{ ...mara, firstName: "Mara", lastName: "Voss" }, jon],
  },
  "no header, the address first and the name last": {
    text: `${url("mara-voss")}\tCFO\tMara Voss\n${url("jon-mills")}\tCEO\tJon Mills`,
    people: [
      { ...mara, title: "CFO" },
      { ...jon, title: "CEO" },
    ],
  },
  "quoted cells with line breaks, commas and doubled quotes": {
    text: `Name,Title,LinkedIn,Notes\n"Mara Voss","CFO,\nGroup",${url("mara-voss")},"one\nand ""two"""`,
    people: [{ ...mara, title: "CFO, Group", note: 'one and "two"' }],
  },
  "Excel's apostrophe before a text": {
    text: `Name\tPhone\tLinkedIn\n'Mara Voss\t'+49 170 1234567\t'${url("mara-voss")}\n't Hart, Jan\t\t${url("jan-t-hart")}`,
    people: [{ ...mara, phones: ["+49 170 1234567"] }, person("'t Hart, Jan", "jan-t-hart")],
  },
  "blanks that do not break, and marks nobody sees": {
    text: `Name\tTitle\tLinkedIn\nMara\u00a0Voss\u200b\tHead\u202fof\u00a0HR\t\u00a0${url("mara-voss")}\u200e`,
    people: [{ ...mara, title: "Head of HR" }],
  },
  "addresses with a query, a language and another country": {
    text: `Mara Voss\thttps://uk.linkedin.com/in/mara-voss?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAAB&x=1\nJon Mills\thttps://www.linkedin.com/in/jon-mills/?originalSubdomain=de\nBo Lund\tse.linkedin.com/in/bo-lund/sv#top`,
    people: [mara, jon, bo],
  },
  "pages below a profile": {
    text: `Mara Voss, linkedin.com/in/mara-voss/details/experience/\nJon Mills, ${url("jon-mills/recent-activity/all/")}\nBo Lund, ${url("bo-lund/overlay/contact-info/")}`,
    people: [mara, jon, bo],
  },
  "addresses of the mobile site": {
    text: `Mara Voss https://m.linkedin.com/in/mara-voss\nJon Mills https://www.linkedin.com/mwlite/in/jon-mills`,
    people: [mara, jon],
  },
  "names encoded in the address, in any spelling": {
    text: `Jürgen Voß\t${url("j%c3%bcrgen-vo%C3%9F")}\nJ. Voß\t${url("jürgen-voß")}\n山田 太郎\t${url("%E5%B1%B1%E7%94%B0")}`,
    people: [person("Jürgen Voß", "j%C3%BCrgen-vo%C3%9F"), person("山田 太郎", "%E5%B1%B1%E7%94%B0")],
    doubles: 1,
  },
  "two people in a line, names first": {
    text: `Mara Voss ${url("mara-voss")} and Jon Mills ${url("jon-mills")}\nBo Lund (${url("bo-lund")}), Cy Ray (${url("cy-ray")})`,
    people: [mara, jon, bo, person("Cy Ray", "cy-ray")],
  },
  "two people in a line, addresses first": {
    text: `${url("mara-voss")} Mara Voss, ${url("jon-mills")} Jon Mills`,
    people: [mara, jon],
  },
  "two people in a row, in columns of their own": {
    text: `Mara Voss; ${url("mara-voss")}; Jon Mills; ${url("jon-mills")}`,
    people: [mara, jon],
  },
  "two people in one cell: nobody can say which name is whose": {
    text: `Name\tLinkedIn\nMara Voss / Jon Mills\t${url("mara-voss")} ${url("jon-mills")}`,
    people: [person(null, "mara-voss", { note: "Mara Voss / Jon Mills" }), person(null, "jon-mills")],
  },
  "a list in an e-mail, with greeting and signature": {
    text: `Hi Tom,\n\nthe three we spoke about:\n\n  • Mara Voss, CFO, Acme GmbH – ${url("mara-voss")}\n  ▪ Jon Mills (CEO at Stone) – <${url("jon-mills")}>\n  3) Bo Lund: ${url("bo-lund")}.\n\nBest\nAnna`,
    people: [{ ...mara, title: "CFO", company: "Acme GmbH" }, { ...jon, title: "CEO", company: "Stone" }, bo],
    leftOut: ["Hi Tom,", "the three we spoke about:", "Best", "Anna"],
  },
  "links of Markdown, with titles, brackets and emphasis": {
    text: `1. [Mara Voss](${url("mara-voss")}) - CFO\n2. [Jon Mills](<${url("jon-mills")}> "profile") — CEO\n* **[Bo Lund](${url("bo-lund")})** Head of HR`,
    people: [
      { ...mara, title: "CFO" },
      { ...jon, title: "CEO" },
      { ...bo, title: "Head of HR" },
    ],
  },
  "names sorted by the family name": {
    text: `Voss, Mara\tCFO\t${url("mara-voss")}\nMills, Jon\tCEO\t${url("jonmills")}\nvan der Berg, Anna Lena\tCOO\t${url("x-9")}`,
    people: [
      { ...mara, firstName: "Mara", lastName: "Voss", title: "CFO" },
      person("Jon Mills", "jonmills", { firstName: "Jon", lastName: "Mills", title: "CEO" }),
      person("Anna Lena van der Berg", "x-9", {
        firstName: "Anna Lena",
        lastName: "van der Berg",
        title: "COO",
      }),
    ],
  },
  "a comma that is no family name: degrees, and what somebody is": {
    text: `Name;LinkedIn\nMara Voss, MBA;${url("mara-voss")}\nJon Mills, Inhaber;${url("jon-mills")}\nBo Lund, CIPD;${url("bo-lund")}`,
    people: [
      person("Mara Voss, MBA", "mara-voss"),
      person("Jon Mills, Inhaber", "jon-mills"),
      person("Bo Lund, CIPD", "bo-lund"),
    ],
  },
  "semicolons, with a number as Germans write it": {
    text: `Mara Voss;mara@acme.example;+49 (0)170 / 123 45 67;${url("mara-voss")}\nJon Mills;jon@acme.example;0170 1234567 / 030 9876543;${url("jon-mills")}`,
    people: [
      { ...mara, emails: ["mara@acme.example"], phones: ["+49 (0)170 / 123 45 67"] },
      { ...jon, emails: ["jon@acme.example"], phones: ["0170 1234567", "030 9876543"] },
    ],
  },
  "only addresses: no name is guessed": {
    text: `${url("mara-voss")}\nlinkedin.com/in/jon-mills/ ${url("bo-lund")}`,
    people: [person(null, "mara-voss"), person(null, "jon-mills"), person(null, "bo-lund")],
  },
  "only names": { text: "Mara Voss\nJon Mills", people: [], leftOut: ["Mara Voss", "Jon Mills"] },
  "a name above each address": {
    text: `Team:\nMara Voss\nCFO at Acme\n${url("mara-voss")}\nJon Mills\n${url("jon-mills")}`,
    people: [{ ...mara, title: "CFO", company: "Acme" }, jon],
    leftOut: ["Team:"],
  },
  "a name below each address": {
    text: `${url("mara-voss")}\nMara Voss\n${url("jon-mills")}\nJon Mills`,
    people: [mara, jon],
  },
  "lines above an address of somebody else are not its name": {
    text: `Mara Voss\n${url("jon-mills")}`,
    people: [person(null, "jon-mills")],
    leftOut: ["Mara Voss"],
  },
  "addresses that are no identity": {
    text: [
      "Name\tLinkedIn",
      `A One\t${url("ACoAAABcdEFGhIJklMNopQRstUVwxYZ0123456789")}`,
      "B Two\thttps://www.linkedin.com/sales/lead/ACwAAAB,NAME_SEARCH,x",
      "C Three\thttps://www.linkedin.com/sales/people/ACwAAAB,NAME",
      "D Four\thttps://www.linkedin.com/talent/profile/AEMAAB",
      "E Five\thttps://www.linkedin.com/talent/hire/12/manage/all/profile/AEM",
      "F Six\thttps://www.linkedin.com/company/acme/",
      "G Seven\thttps://www.linkedin.com/pub/dir/Mara/Voss",
      "H Eight\thttps://www.linkedin.com/profile/view?id=12345",
      "I Nine\thttps://www.linkedin.com/in/",
    ].join("\n"),
    people: [
      person("A One", null, { addressProblem: "member_id" }),
      person("B Two", null, { addressProblem: "sales_navigator" }),
      person("C Three", null, { addressProblem: "sales_navigator" }),
      person("D Four", null, { addressProblem: "recruiter" }),
      person("E Five", null, { addressProblem: "recruiter" }),
      person("F Six", null, { addressProblem: "not_a_profile" }),
      person("G Seven", null, { addressProblem: "not_a_profile" }),
      person("H Eight", null, { addressProblem: "not_a_profile" }),
      person("I Nine", null, { addressProblem: "not_a_profile" }),
    ],
  },
  "an old public address": {
    text: "Mara Voss\thttps://www.linkedin.com/pub/mara-voss/1a/234/b56",
    people: [person("Mara Voss", "mara-voss-b562341a")],
  },
  "cells that calculate": {
    text: `Name\tTitle\tLinkedIn\n=HYPERLINK("${url("mara-voss")}","Mara Voss")\tCFO\t\n=cmd|' /C calc'!A0\tCEO\t${url("jon-mills")}\n@Bo Lund\t=1+1\t${url("bo-lund")}`,
    people: [{ ...mara, title: "CFO" }, person(null, "jon-mills", { title: "CEO" }), bo],
  },
  "a link that calculates, in a German CSV": {
    text: `Name;LinkedIn\nMara Voss;"=HYPERLINK(""${url("mara-voss")}"";""Profil"")"\nJon Mills;=HYPERLINK("${url("jon-mills")}";"Profil")`,
    people: [mara, jon],
  },
  "pictures around a name": { text: `🚀 Mara Voss 🇩🇪\t${url("mara-voss")}`, people: [mara] },
  "doubles in other letters, with a slash, from another country; what each adds is kept": {
    text: `Name\tLinkedIn\tE-mail\tNotes\nMara Voss\t${url("Mara-Voss")}\ta@b.example\tfirst\nM. Voss\t${url("mara-voss/")}\tc@d.example\tsecond\nMara Voss\thttp://de.linkedin.com/in/MARA-VOSS/de?x=1\t\t`,
    people: [{ ...mara, emails: ["a@b.example", "c@d.example"], note: "first\nsecond" }],
    doubles: 2,
  },
  "another name under the same address is no double: the user has to see it": {
    text: `Mara Voss\t${url("mara-voss")}\nJon Mills\t${url("mara-voss")}`,
    people: [mara, person("Jon Mills", "mara-voss")],
  },
  "LinkedIn's own export": {
    text: `Notes:\n"Some addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nMara,Voss,${url("mara-voss")},,Acme,CFO,12 Mar 2025`,
    people: [{ ...mara, firstName: "Mara", lastName: "Voss", company: "Acme", title: "CFO" }],
    leftOut: ["Notes:", "Some addresses are missing."],
  },
};

test.each(Object.entries(pastes))("%s", (_what, { text, people, leftOut = [], doubles = 0 }) => {
  const paste = readPaste(text);
  expect(paste.people.map(saidOf)).toEqual(people);
  expect(paste.leftOut.map((line) => line.text)).toEqual(leftOut);
  expect(paste.doubles).toBe(doubles);
});

test("of a thousand rows, half of them doubles in another spelling, each person is there once", () => {
  const spellings = [
    (slug: string) => url(slug),
    (slug: string) => `http://DE.linkedin.com/in/${slug.toUpperCase()}/?trk=x`,
  ];
  const rows = Array.from(
    { length: 1000 },
    (_none, n) => `Mara Voss${n % 500}\t${spellings[n < 500 ? 0 : 1]?.(`mara-voss-${n % 500}`)}`,
  );
  const { people, doubles } = readPaste(rows.join("\n"));
  expect(people).toHaveLength(500);
  expect(new Set(people.map(({ linkedinUrl }) => linkedinUrl)).size).toBe(500);
  expect(doubles).toBe(500);
});
