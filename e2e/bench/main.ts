/** `npm run bench`: what the built extension costs, in a real Chromium, against the bars that are set for it. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { batchRows } from "./batch.ts";
import { callRows } from "./calls.ts";
import { clickRows } from "./click.ts";
import { coldStartRows } from "./cold-start.ts";
import { footprintRows } from "./footprint.ts";
import { historyRows } from "./history.ts";
import { largestProfile } from "./profile-pages.ts";
import { readingRows } from "./reading.ts";
import type { Row } from "./row.ts";
import { saveRows } from "./save.ts";
import { sizeRows } from "./sizes.ts";
import { table } from "./table.ts";

/** Each measures one thing, with so many samples where it samples. */
const PARTS: Record<string, (samples: number) => Promise<Row[]>> = {
  sizes: sizeRows,
  reading: readingRows,
  click: clickRows,
  save: saveRows,
  cold: coldStartRows,
  history: historyRows,
  batch: batchRows,
  footprint: footprintRows,
  calls: callRows,
};
const RESULT = "test-results/bench.json";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: Object.keys(PARTS).join(",") },
      samples: { type: "string", default: "40" },
    },
  });
  const samples = Number(values.samples);
  const names = values.only.split(",");
  const unknown = names.filter((name) => !PARTS[name]);
  if (unknown.length > 0 || !(samples >= 1)) {
    console.error(`Usage: npm run bench -- [--only ${Object.keys(PARTS)}] [--samples N]`);
    process.exit(2);
  }
  const page = largestProfile();
  console.log(
    page.isReal
      ? `Largest real page: ${page.name}`
      : `No real pages beside the project (../shared/pages): its own largest, ${page.name}, stands in`,
  );
  const rows: Row[] = [];
  await mkdir(dirname(RESULT), { recursive: true });
  for (const name of names) {
    console.log(`Measuring: ${name}`);
    rows.push(...((await PARTS[name]?.(samples)) ?? []));
    // After each part: a later one that fails takes nothing away.
    await writeFile(RESULT, `${JSON.stringify({ page: page.name, samples, rows }, null, 2)}\n`);
  }
  console.log(`\n${table(rows)}\n\nWritten to ${RESULT}`);
}

await main();
