/**
 * The scoreboard: `npm run accuracy` reads every golden page and lists every miss;
 * `npm run accuracy -- --mutate [--seed N] [--threes N]` does it after LinkedIn's plausible changes.
 * Exits 1 when a bar is missed.
 */
import { parseArgs } from "node:util";
import { readProfile } from "../../src/linkedin/read-profile.ts";
import {
  type Collection,
  type FieldName,
  fieldNames,
  type Golden,
  judge,
  loadGoldens,
  openGolden,
} from "./golden.ts";
import {
  addTitle,
  addToTally,
  barFaults,
  emptyTally,
  layoutOf,
  singleRuns,
  type Tally,
  threeRuns,
} from "./score.ts";

const { values: options } = parseArgs({
  options: {
    mutate: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    threes: { type: "string", default: "10" },
  },
});

const passed = options.mutate
  ? await mutate(Number(options.seed), Number(options.threes))
  : await plainReading();
process.exitCode = passed ? 0 : 1;

async function plainReading(): Promise<boolean> {
  const own = await readCollection("own");
  const shared = await readCollection("shared");
  return own && shared;
}

async function readCollection(collection: Collection): Promise<boolean> {
  const goldens = loadGoldens(collection);
  console.log(`\n${collection === "own" ? "Own fixtures" : "Shared real pages"}: ${goldens.length} pages`);
  if (goldens.length === 0) {
    console.log("  skipped: the folder shared/pages is not beside this checkout");
    return true;
  }
  const layouts = new Map<string, Tally>();
  const misses: string[] = [];
  for (const golden of goldens) {
    misses.push(...readGolden(golden, layouts));
    await new Promise((resolve) => setImmediate(resolve));
  }
  printTable(
    "layout",
    fieldNames.map((field) => field),
    [...layouts].map(([layout, tally]) => [layout, ...fieldNames.map((field) => counts(tally, field))]),
  );
  printTable(
    "title",
    ["certain", "guessed", "suggested", "none, and why"],
    [...layouts].map(([layout, { titles }]) => [
      layout,
      String(titles.certain),
      String(titles.guessed),
      String(titles.suggested),
      Object.entries(titles.none)
        .map(([reason, count]) => `${reason} ${count}`)
        .join(", ") || "-",
    ]),
  );
  console.log(misses.length > 0 ? `Misses (${misses.length}):\n${misses.join("\n")}` : "No misses.");
  return ![...layouts.values()].some((tally) => tally.faults > 0);
}

function readGolden(golden: Golden, layouts: Map<string, Tally>): string[] {
  const page = openGolden(golden);
  const reading = readProfile(page.document, golden.answer.url);
  const verdict = judge(golden, reading);
  page.close();
  const layout = layoutOf(golden);
  const tally = layouts.get(layout) ?? emptyTally();
  layouts.set(layout, tally);
  addToTally(tally, verdict);
  addTitle(tally, golden, reading);
  return verdict.misses.map(
    ({ field, outcome, expected, got }) =>
      `  ${golden.name}: ${field} ${outcome}: expected ${quote(expected)}, got ${quote(got)}`,
  );
}

async function mutate(seed: number, threes: number): Promise<boolean> {
  const goldens = [...loadGoldens("own"), ...loadGoldens("shared")];
  console.log(`${goldens.length} pages, seed ${seed}; percent read, then wrong values`);
  const runs = [...(await singleRuns(goldens, seed)), ...(await threeRuns(goldens, seed, threes))];
  printTable(
    "mutation",
    [...fieldNames, "refused rightly", "phantoms"],
    runs.map(({ name, tally }) => [
      name,
      ...fieldNames.map((field) => percent(tally, field)),
      String(tally.refusedRightly),
      String(tally.phantoms),
    ]),
  );
  const notes = runs.flatMap(({ tally }) => tally.faultNotes);
  if (notes.length > 0) console.log(`Wrong values and phantoms (${notes.length}):\n${notes.join("\n")}`);
  const faults = runs.flatMap((run) => barFaults(run));
  console.log(faults.length > 0 ? `Bars missed:\n${faults.join("\n")}` : "All bars hold.");
  return faults.length === 0;
}

function counts(tally: Tally, field: FieldName): string {
  const { ok, missing, wrong } = tally.fields[field];
  return ok + missing + wrong > 0 ? `${ok} / ${missing} / ${wrong}` : "-";
}

function percent(tally: Tally, field: FieldName): string {
  const { ok, missing, wrong } = tally.fields[field];
  const shown = ok + missing + wrong;
  if (shown === 0) return "-";
  return `${Math.floor((100 * ok) / shown)} %${wrong > 0 ? ` !${wrong}` : ""}`;
}

function printTable(corner: string, heads: string[], rows: string[][]): void {
  const table = [[corner, ...heads], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
}

function quote(text: string | null): string {
  return text === null ? "nothing" : JSON.stringify(text);
}
