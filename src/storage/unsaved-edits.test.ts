import { expect, test } from "vitest";
import * as z from "zod/mini";
import { database } from "./database.ts";
import { unsavedEdits } from "./unsaved-edits.ts";

const DAY = 24 * 60 * 60_000;
const schema = z.object({ name: z.optional(z.string()) });
let now = 0;
const edits = unsavedEdits(schema, () => now);
const profile = (n: number) => `https://www.linkedin.com/in/person-${n}`;

test("edits are kept by key and profile until they are forgotten", async () => {
  now = DAY;
  await edits.write("firm-a", profile(1), { name: "Mara" });
  expect(await edits.read("firm-a", profile(1))).toEqual({ name: "Mara" });
  expect(await edits.read("firm-b", profile(1))).toBeNull();
  expect(await edits.read("firm-a", profile(2))).toBeNull();
  await edits.forget("firm-a", profile(1));
  expect(await edits.read("firm-a", profile(1))).toBeNull();
});

test("after 30 days they are read no more, and go with the next write", async () => {
  now = DAY;
  await edits.write("firm-a", profile(1), { name: "Mara" });
  now = 31 * DAY;
  expect(await edits.read("firm-a", profile(1))).toEqual({ name: "Mara" });
  now = 31 * DAY + 1;
  expect(await edits.read("firm-a", profile(1))).toBeNull();
  await edits.write("firm-a", profile(2), {});
  expect(await (await database()).count("edits")).toBe(1);
});

test("of more than 100 profiles the ones edited last stay", async () => {
  for (now = 1; now <= 105; now += 1) await edits.write("firm-a", profile(now), { name: "x" });
  expect(await (await database()).count("edits")).toBe(100);
  expect(await edits.read("firm-a", profile(5))).toBeNull();
  expect(await edits.read("firm-a", profile(6))).toEqual({ name: "x" });
});

test("what does not fit the form's schema is as good as none", async () => {
  await (await database()).put("edits", {
    workspace: "firm-a",
    linkedinUrl: profile(1),
    editedAt: now,
    edits: { name: 7 },
  });
  expect(await edits.read("firm-a", profile(1))).toBeNull();
});
