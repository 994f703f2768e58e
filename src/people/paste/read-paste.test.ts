import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readPaste } from "./read-paste.ts";

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const read = (text: string) => readPaste(text).people;
const nameAndUrl = (text: string) => read(text).map(({ name, linkedinUrl }) => [name, linkedinUrl]);

describe("tables", () => {
  test("a spreadsheet with a header, columns in any order", () => {
    const text = [
      "Location\tE-mail\tLinkedIn URL\tCurrent position\tNotes\tCompany\tFull name\tMobile",
      "Berlin\tmara@acme.example\tlinkedin.com/in/mara-voss\tCFO\tknows the CEO\tAcme GmbH\tMara Voss\t+49 170 1234567",
    ].join("\r\n");
    expect(read(text)).toEqual([
      {
        line: 2,
        nth: 0,
        name: "Mara Voss",
        firstName: null,
        lastName: null,
        linkedinUrl: url("mara-voss"),
        address: "linkedin.com/in/mara-voss",
        addressProblem: null,
        title: "CFO",
        company: "Acme GmbH",
        location: "Berlin",
        emails: ["mara@acme.example"],
        phones: ["+49 170 1234567"],
        note: "knows the CEO",
      },
    ]);
  });

  test.each([
    ["en", "First Name,Last Name,Job title,Company,LinkedIn"],
    ["de", "Vorname,Name,Position,Unternehmen,LinkedIn-Profil"],
    ["fr", "Prénom,Nom,Poste,Entreprise,Lien LinkedIn"],
    ["es", "Nombre,Apellidos,Cargo,Empresa,Perfil de LinkedIn"],
    ["pt", "Primeiro nome,Sobrenome,Função,Empresa,Perfil do LinkedIn"],
    ["nl", "Voornaam,Achternaam,Functie,Bedrijf,LinkedIn-profiel"],
    ["pl", "Imię,Nazwisko,Stanowisko,Firma,Profil na LinkedInie"],
    ["ja", "名,姓,役職,会社名,プロフィール"],
  ])("header words: %s", (_language, header) => {
    expect(read(`${header}\nMara,Voss,CFO,Acme,${url("mara")}`)).toMatchObject([
      {
        name: "Mara Voss",
        firstName: "Mara",
        lastName: "Voss",
        title: "CFO",
        company: "Acme",
        linkedinUrl: url("mara"),
      },
    ]);
  });

  test("without a header the name is the column whose words stand in the addresses", () => {
    const text = `Blue Harbor\tMara Voss\t${url("mara-voss")}\nRed Stone\tJon Mills\t${url("jonmills7")}`;
    expect(nameAndUrl(text)).toEqual([
      ["Mara Voss", url("mara-voss")],
      ["Jon Mills", url("jonmills7")],
    ]);
  });

  test("without a header only columns that speak for themselves are taken, and the user's word counts", () => {
    const text = `Mara Voss,CFO,Acme,Berlin,${url("a")},a@b.example\nJon Mills,Head of HR,Stone,Paris,${url("b")},`;
    const paste = readPaste(text);
    expect(paste.columns.map(({ kind }) => kind)).toEqual([
      "name",
      "title",
      "unknown",
      "location",
      "address",
      "email",
    ]);
    expect(paste.columns[2]).toMatchObject({ header: null, example: "Acme" });
    expect(paste.people[1]).toMatchObject({ title: "Head of HR", company: null, location: "Paris" });
    expect(readPaste(text, { 2: "company" }).people[1]).toMatchObject({ company: "Stone" });
  });

  test("quotes, delimiters and line breaks within quotes", () => {
    const text = `Name;Link;Notes\n"Voss; Mara";${url("mara")};"two\nlines"\nJon;${url("jon")};`;
    expect(read(text)).toMatchObject([
      { line: 2, name: "Voss; Mara", note: "two lines" },
      { line: 4, name: "Jon", note: null },
    ]);
  });

  test("a quote that never closes swallows nobody", () => {
    const text = `Mara "MV" Voss\t${url("mara")}\n"Jon Mills\t${url("jon")}\nAda Ray\t${url("ada")}`;
    expect(read(text).map(({ name }) => name)).toEqual(['Mara "MV" Voss', "Jon Mills", "Ada Ray"]);
  });

  test("a byte order mark and Excel's separator line", () => {
    const paste = readPaste(`\ufeffsep=;\r\nName;URL\r\nMara Voss;${url("mara")}\r\n`);
    expect(paste.people).toMatchObject([{ line: 3, name: "Mara Voss", linkedinUrl: url("mara") }]);
    expect(paste.leftOut).toEqual([]);
  });

  test("a Markdown table with linked names", () => {
    const text = [
      "Longlist, as discussed:",
      "",
      "| Candidate | Role | Company |",
      "|---|:---:|---|",
      `| [**Mara Voss**](${url("mara")}) | CFO | A\\|B |`,
      `| Jon Mills | <${url("jon")}> | Stone |`,
    ].join("\n");
    const paste = readPaste(text);
    expect(paste.people).toMatchObject([
      { line: 5, name: "Mara Voss", linkedinUrl: url("mara"), title: "CFO", company: "A|B" },
      { line: 6, name: "Jon Mills", linkedinUrl: url("jon"), company: "Stone" },
    ]);
    expect(paste.leftOut).toEqual([{ line: 1, text: "Longlist, as discussed:" }]);
  });

  test("rows of another shape are read as lines, with the same care", () => {
    const text = `Mara Voss,${url("mara")}\nJon Mills - ${url("jon")}\nAda Ray\t${url("ada")}\nBo Lund,${url("bo")}`;
    expect(nameAndUrl(text)).toEqual([
      ["Mara Voss", url("mara")],
      ["Jon Mills", url("jon")],
      ["Ada Ray", url("ada")],
      ["Bo Lund", url("bo")],
    ]);
  });
});

describe("half a name is none", () => {
  test.each([
    ["unquoted, under a header", `Name,Link,Title\nVoss, Mara,${url("mara-voss")},CFO`],
    ["in two columns without a header", `Voss,Mara,${url("mara-voss")}`],
    ["in a line", `Voss, Mara: ${url("mara-voss")}`],
  ])("%s", (_where, text) => {
    expect(read(text)).toMatchObject([{ name: null, linkedinUrl: url("mara-voss") }]);
  });

  test("but the user's word for two columns counts", () => {
    const paste = readPaste(`Voss,Mara,${url("mara-voss")}`, { 0: "lastName", 1: "firstName" });
    expect(paste.people).toMatchObject([{ name: "Mara Voss", firstName: "Mara", lastName: "Voss" }]);
  });
});

describe("lines", () => {
  test.each([
    [`Mara Voss ${url("mara")}`, {}],
    [`${url("mara")} Mara Voss`, {}],
    [`1. Mara Voss: ${url("mara")}.`, {}],
    [`- [Mara Voss](${url("mara")})`, {}],
    [`Mara Voss (${url("mara")})`, {}],
    [`> * Mara Voss <${url("mara")}>`, {}],
    [`Mara Voss – CFO at Acme – ${url("mara")}`, { title: "CFO", company: "Acme" }],
    [`Mara Voss (CFO) | Berlin | ${url("mara")}`, { title: "CFO", location: "Berlin" }],
    [`CFO, Mara Voss, LinkedIn: ${url("mara-voss")}`, { title: "CFO", linkedinUrl: url("mara-voss") }],
    [
      `Mara Voss <mara@acme.example> +49 170 123 45 67 ${url("mara")}`,
      { emails: ["mara@acme.example"], phones: ["+49 170 123 45 67"] },
    ],
    [
      `Mara Voss, met in Lyon, ${url("mara")} see https://acme.example/team/1234567`,
      { note: "met in Lyon, see, https://acme.example/team/1234567", phones: [] },
    ],
  ])("%s", (line, more) => {
    expect(read(line)).toMatchObject([{ name: "Mara Voss", linkedinUrl: url("mara"), ...more }]);
  });

  test("lines without an address are left out, and shown", () => {
    const paste = readPaste(`Hi Anna,\nhere they are:\nMara Voss ${url("mara")}\n\nBest\nJo`);
    expect(paste.people).toHaveLength(1);
    expect(paste.leftOut.map(({ text }) => text)).toEqual(["Hi Anna,", "here they are:", "Best", "Jo"]);
  });

  test("no name is made of an address", () => {
    expect(nameAndUrl(`${url("mara-voss")}\nLinkedIn: ${url("jon-mills-123")}`)).toEqual([
      [null, url("mara-voss")],
      [null, url("jon-mills-123")],
    ]);
  });
});

describe("addresses", () => {
  test.each([
    ["http://de.linkedin.com/in/Mara-Voss/?trk=x#top", "mara-voss"],
    ["www.linkedin.com/in/mara-voss/details/experience", "mara-voss"],
    ["https://www.linkedin.com/in/mara-voss/de", "mara-voss"],
    ["https://www.linkedin.com/in/j%C3%BCrgen-voss", "j%C3%BCrgen-voss"],
    ["https://www.linkedin.com/in/jürgen-voss", "j%C3%BCrgen-voss"],
    ["https://www.linkedin.com/pub/mara-voss/1/23/4b5", "mara-voss-4b50231"],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fmara-voss&data=05",
      "mara-voss",
    ],
    [
      "https://www.linkedin.com/authwall?session_redirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fmara-voss",
      "mara-voss",
    ],
  ])("%s", (address, slug) => {
    expect(read(`Mara Voss\t${address}`)).toMatchObject([{ linkedinUrl: url(slug), addressProblem: null }]);
  });

  test.each([
    ["https://www.linkedin.com/in/ACoAABcDEFGhIJklMNopQRstUVwxYZ0123456789", "member_id"],
    ["https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH", "sales_navigator"],
    ["https://www.linkedin.com/talent/profile/AEMAA", "recruiter"],
    ["https://www.linkedin.com/recruiter/profile/1,2", "recruiter"],
    ["https://www.linkedin.com/company/acme", "not_a_profile"],
    ["https://www.linkedin.com/in/me", "not_a_profile"],
    ["https://lnkd.in/eAbCd", "not_a_profile"],
  ])("%s is refused: %s", (address, reason) => {
    expect(read(`Name\tLink\nMara Voss\t${address}`)).toMatchObject([
      { name: "Mara Voss", linkedinUrl: null, address, addressProblem: reason },
    ]);
  });

  test.each([
    ["https://linkedin.com.evil.example/in/mara", "not_linkedin"],
    ["https://acme.example/mara", "not_linkedin"],
    ["mara-voss", "not_linkedin"],
    ["", "missing"],
  ])("under a header, %j is %s", (address, reason) => {
    expect(read(`Name\tLinkedIn\nMara Voss\t${address}`)).toMatchObject([
      { name: "Mara Voss", linkedinUrl: null, addressProblem: reason },
    ]);
  });
});

test("doubles are one: the first counts, the others fill its blanks", () => {
  const text = `Name,URL,Company,Title\nMara Voss,${url("mara")},,CFO\nM. Voss,linkedin.com/in/MARA/,Acme,CEO\nJon,${url("jon")},,`;
  const paste = readPaste(text);
  expect(paste.doubles).toBe(1);
  expect(paste.people).toMatchObject([
    { name: "Mara Voss", title: "CFO", company: "Acme" },
    { name: "Jon", title: null },
  ]);
});

const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
const person = fc.record({
  name: fc.tuple(word, word).map((words) => words.join(" ")),
  slug: fc.stringMatching(/^[a-z][a-z0-9-]{3,20}[a-z0-9]$/).filter((slug) => !/--/.test(slug)),
  title: fc.option(fc.stringMatching(/^[A-Z][a-z "',;|]{0,20}[a-z]$/), { nil: "" }),
});
const fields = { name: "Name", slug: "LinkedIn", title: "Title" } as const;

test("what a spreadsheet exports is read back, in every order of columns and with every delimiter", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { minLength: 1, maxLength: 20, selector: ({ slug }) => slug }),
      fc.shuffledSubarray(["name", "slug", "title"] as const, { minLength: 3 }),
      fc.constantFrom("\t", ",", ";"),
      fc.constantFrom("\n", "\r\n"),
      (people, order, delimiter, newline) => {
        const rows = people.map((one) =>
          order.map((field) => (field === "slug" ? url(one.slug) : one[field])),
        );
        const text = Papa.unparse([order.map((field) => fields[field]), ...rows], { delimiter, newline });
        const expected = people.map(({ name, slug }) => ({ name, linkedinUrl: url(slug) }));
        expect(read(text)).toMatchObject(expected);
      },
    ),
  );
});

test("any text is read without an error, no line is both of people and left out, and every name was pasted", () => {
  const noise = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "\n",
      "\t",
      ",",
      ";",
      "|",
      '"',
      "|---|",
      "sep=;\n",
      url("mara"),
      "Name",
      "linkedin.com/in/",
      "a@b.example",
    ),
  );
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const { people, leftOut } = readPaste(text);
      const lines = new Set(leftOut.map(({ line }) => line));
      const places = people.map(({ line, nth }) => `${line} ${nth}`);
      expect(new Set(places).size).toBe(places.length);
      for (const { line } of people) expect(lines.has(line)).toBe(false);
      // Letters for show become plain ones.
      if (/[^\p{ASCII}]/u.test(text)) return;
      for (const { name } of people) for (const part of name?.split(" ") ?? []) expect(text).toContain(part);
    }),
    { numRuns: 300 },
  );
});

test.each(["a", "a.", "[", "(", "*", "@", "7 ", "-", '"', "www.linkedin.com/in/a", "https://", "|-", "a b "])(
  "a huge text of nothing but %j ends",
  { timeout: 30_000 },
  (part) => {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    expect(readPaste(text).people.length).toBeLessThanOrEqual(1);
    expect(readPaste(`Name\tLinkedIn\n${text}\tx`).people.length).toBeLessThanOrEqual(1);
  },
);

const manyRows = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `Mara Voss${n}\tCFO\tAcme GmbH\tBerlin\t${url(`mara-voss-${n}`)}\tm${n}@acme.example`,
  ).join("\n");

test("a thousand rows cost no more a row than a hundred", () => {
  expect(read(manyRows(1000))).toHaveLength(1000);
  const lettersARow = (count: number) => lettersSearched(() => readPaste(manyRows(count))) / count;
  const hundred = lettersARow(100);
  expect(hundred, "the letters are counted").toBeGreaterThan(50);
  // The numbers in the rows are longer, and nothing else.
  expect(lettersARow(1000)).toBeLessThan(hundred * 1.1);
});

/** By regular expressions, during the work: timings are noisy, counts are not. */
function lettersSearched(work: () => void): number {
  const { exec } = RegExp.prototype;
  let letters = 0;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    letters += text.length;
    return exec.call(this, text);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return letters;
}
