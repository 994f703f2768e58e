import { parse } from "papaparse";
import { expect, test, vi } from "vitest";
import type { SaveRecord } from "../../model/save.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { savesFile } from "./saves-file.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const job = {
  id: "j1",
  name: "Plant Manager",
  clientCompanyName: null,
  location: null,
  candidateCount: null,
};

/** `text()` of a Blob leaves the byte-order mark out. */
const asJson = async (...saves: SaveRecord[]) => (await savesFile("json", [saves], new Date(0))).text();
const asCsv = async (...saves: SaveRecord[]) => (await savesFile("csv", [saves])).text();
const named = (name: string) => someSave({ draft: { ...someDraft, name } });

test("a file holds what was typed and where it stands, and no workspace", async () => {
  const save = someSave({
    draft: { ...someDraft, note: "Met in Malmö", jobs: [{ job, stage: { id: "s1", name: "Screening" } }] },
    state: "needs_you",
    problem: { kind: "invalid", message: "company_name is not a company" },
  });
  const text = await asJson(save);
  expect(JSON.parse(text)).toMatchObject({
    format: "stardex-capture-saves",
    version: 1,
    exportedAt: "1970-01-01T00:00:00.000Z",
    saves: [
      {
        saved_at: "1970-01-01T00:00:00.000Z",
        name: "Mara Lindqvist",
        note: "Met in Malmö",
        jobs: ["Plant Manager: Screening"],
        state: "needs_you",
        problem: "invalid",
      },
    ],
  });
  for (const file of [text, await asCsv(save)]) expect(file).not.toContain(save.workspace);
});

test("pages follow each other in one file, and no saves are a file too", async () => {
  const pages = [[named("A"), named("B")], [], [named("C")]];
  const { saves } = JSON.parse(await (await savesFile("json", pages)).text());
  expect(saves.map(({ name }: { name: string }) => name)).toEqual(["A", "B", "C"]);
  expect(JSON.parse(await asJson()).saves).toEqual([]);
  expect(await asCsv()).toBe("");
});

test("a CSV file has a byte-order mark, one line a save, and every line the same columns", async () => {
  const note = 'Said "yes",\nthen left';
  const saves = [someSave(), someSave({ draft: { ...someDraft, note } })];
  const bytes = new Uint8Array(await (await savesFile("csv", [saves])).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { data, errors, meta } = parse<Record<string, string>>(await asCsv(...saves), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(meta.fields?.slice(0, 3)).toEqual(["saved_at", "state", "name"]);
  expect(data.map((row) => row.note)).toEqual(["", note]);
});

/** What Excel runs: the cell's text after blanks, by its first sign; a telephone number is only a sum. */
const runs = (cell: string) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^\s*\+[\d\s().-]+$/.test(cell);

const attacks = [
  "=HYPERLINK(1)",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  " =1",
  'CFO;=HYPERLINK("http://a.example";"x")',
  "CFO\t=1+1",
  "CFO\n=1+1",
  "CFO\r\n@SUM(1)",
  'CFO;"=1+1"',
  "CFO,=1+1",
  "CFO|-1+1",
  "CFO; ＝1+1",
  '";=1+1;"',
  "+1 555;+cmd",
];

for (const delimiter of [",", ";", "\t", "|"])
  test.each(attacks)(`read with ${JSON.stringify(delimiter)}, no cell of %j is run`, async (name) => {
    const save = someSave({ draft: { ...someDraft, name, note: name, emails: [name] } });
    const { data } = parse<string[]>(await asCsv(save), { delimiter });
    expect(data.flat().length).toBeGreaterThan(1);
    expect(data.flat().filter(runs)).toEqual([]);
    // What a lenient reader makes of quotes within a cell differs: none of its pieces may run either.
    const pieces = (await asCsv(save)).split(new RegExp(`[${delimiter}\r\n]`));
    expect(pieces.map((piece) => piece.replace(/^[\s"]+/, "")).filter(runs)).toEqual([]);
  });

test("a telephone number stays one, and a hyphen within a name too", async () => {
  const draft = {
    ...someDraft,
    name: "Anna-Lena",
    mobilePhone: "+46 70 123 45 67",
    phoneNumbers: ["+46 8 1", "+46 8 2"],
  };
  const csv = await asCsv(someSave({ draft }));
  for (const cell of ['"+46 70 123 45 67"', '"+46 8 1; +46 8 2"', '"Anna-Lena"']) expect(csv).toContain(cell);
});
