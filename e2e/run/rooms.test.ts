/** Imports point downwards, and no page imports from another page: the table of docs/architecture.md, kept. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const PAGES = ["popup", "panel", "options", "onboarding", "log", "privacy"];
const BELOW_PAGES = ["model", "linkedin", "stardex", "storage", "settings", "protocol", "i18n", "capture"];

/** Each room of `src/`, and the rooms that it may import from. */
const ROOMS: Record<string, string[]> = {
  model: [],
  linkedin: ["model"],
  stardex: ["model"],
  storage: ["model", "linkedin"],
  protocol: ["model"],
  i18n: ["model"],
  capture: ["model", "linkedin"],
  settings: ["model", "storage"],
  ui: ["model", "storage", "settings", "protocol", "i18n"],
  form: [...BELOW_PAGES, "ui"],
  people: [...BELOW_PAGES, "ui", "form"],
  ...Object.fromEntries(PAGES.map((page) => [page, [...BELOW_PAGES, "ui", "form", "people"]])),
  worker: [...BELOW_PAGES, "ui"],
};

/** The source files, without tests and what they share. */
const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && roomOf(file) !== "testing",
);

function roomOf(file: string): string {
  return file.split(/[\\/]/)[0] ?? "";
}

/** The files of `src/` that a file imports, also for their types and later. */
function importsOf(file: string): string[] {
  const source = readFileSync(join("src", file), "utf8");
  return [...source.matchAll(/(?:from|import|import\()\s*"(\.[^"?]+)/g)]
    .map(([, path = ""]) => normalize(join(dirname(file), path)))
    .filter((path) => !path.startsWith(".."));
}

test("every room has its place in the table, and nothing lies loose beside them", () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort());
});

test.each(Object.entries(ROOMS))("%s imports from nothing above it", (room, below) => {
  const imports = files
    .filter((file) => roomOf(file) === room)
    .flatMap((file) => importsOf(file).map((path) => ({ file, path })));
  const upwards = imports.filter(({ path }) => ![room, ...below].includes(roomOf(path)));
  expect(upwards).toEqual([]);
});

test("the architecture's table names every room", () => {
  const architecture = readFileSync("docs/architecture.md", "utf8");
  const missing = Object.keys(ROOMS).filter((room) => !architecture.includes(`\`${room}/`));
  expect(missing).toEqual([]);
});
