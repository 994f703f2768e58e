import { expect, test } from "vitest";
import { someDraft, someSave } from "../../testing/saves.ts";
import { savesAsCsv, savesAsJson } from "./saves-file.ts";

const job = {
  id: "j1",
  name: "Plant Manager",
  clientCompanyName: null,
  location: null,
  candidateCount: null,
};

test("a file holds what was typed and where it stands, and no workspace", () => {
  const save = someSave({
    draft: { ...someDraft, note: "Met in Malmö", jobs: [{ job, stage: { id: "s1", name: "Screening" } }] },
    state: "needs_you",
    problem: { kind: "invalid", message: "company_name is not a company" },
  });
  const text = savesAsJson([save], new Date(0));
  expect(JSON.parse(text)).toMatchObject({
    format: "stardex-capture-saves",
    version: 1,
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
  for (const file of [text, savesAsCsv([save])]) expect(file).not.toContain(save.workspace);
});

test("a CSV file has one line a save and every line the same columns", () => {
  const lines = savesAsCsv([
    someSave(),
    someSave({ draft: { ...someDraft, note: 'She said "yes",\nthen left' } }),
  ])
    .replace("\ufeff", "")
    .split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^saved_at,state,name,/);
  expect(lines[2]).toContain('"She said ""yes"",\nthen left"');
  expect(lines[1]?.match(/","/g)?.length).toBe((lines[0]?.split(",").length ?? 0) - 1);
});

test.each(["=HYPERLINK(1)", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", " =1"])(
  "a cell that a spreadsheet would run is only text: %j",
  (name) => expect(savesAsCsv([someSave({ draft: { ...someDraft, name } })])).toContain(`"'${name}"`),
);

test("a telephone number stays one", () => {
  const draft = { ...someDraft, mobilePhone: "+46 70 123 45 67", phoneNumbers: ["+46 8 1", "+46 8 2"] };
  expect(savesAsCsv([someSave({ draft })])).toContain('"+46 70 123 45 67"');
  expect(savesAsCsv([someSave({ draft })])).toContain('"+46 8 1; +46 8 2"');
});
