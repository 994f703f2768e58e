/** Counting: verdicts summed into tallies, plain and after mutations, and the bars they must pass. */
import { readProfile } from "../../src/linkedin/read-profile.ts";
import type { Reading } from "../../src/linkedin/reading.ts";
import {
  type FieldName,
  fieldNames,
  type Golden,
  judge,
  type OpenPage,
  openGolden,
  resetPage,
  type Verdict,
} from "./golden.ts";
import { type Mutation, mutations } from "./mutations.ts";
import { seededRandom } from "./seeded-random.ts";
import { showsSlug } from "./shows-slug.ts";

export interface Tally {
  fields: Record<FieldName, { ok: number; missing: number; wrong: number }>;
  phantoms: number;
  /** Pages whose slug was nowhere left to check the identity by. */
  refusedRightly: number;
  /** Wrong values and phantoms together. */
  faults: number;
  faultNotes: string[];
  titles: TitleTally;
}

/** How profile pages that show a current role or a headline answer for the title; `none` by reason. */
interface TitleTally {
  certain: number;
  guessed: number;
  suggested: number;
  none: Record<string, number>;
}

export interface Run {
  name: string;
  tally: Tally;
  single: boolean;
}

export function emptyTally(): Tally {
  const fields = Object.fromEntries(fieldNames.map((field) => [field, { ok: 0, missing: 0, wrong: 0 }]));
  const titles = { certain: 0, guessed: 0, suggested: 0, none: {} };
  return {
    fields: fields as Tally["fields"],
    phantoms: 0,
    refusedRightly: 0,
    faults: 0,
    faultNotes: [],
    titles,
  };
}

export function addToTally(tally: Tally, verdict: Verdict, note = ""): void {
  for (const field of fieldNames) {
    const outcome = verdict.outcomes[field];
    if (outcome) tally.fields[field][outcome] += 1;
  }
  if (verdict.phantom) tally.phantoms += 1;
  for (const miss of verdict.misses.filter(({ outcome }) => outcome === "wrong")) {
    tally.faults += 1;
    tally.faultNotes.push(`  ${note}: ${miss.field}: expected ${miss.expected}, got ${miss.got}`);
  }
}

export function addTitle({ titles }: Tally, { answer }: Golden, reading: Reading): void {
  const { headline, current_job_title } = answer.expected ?? {};
  if ((!headline && !current_job_title) || reading.result !== "profile") return;
  const { currentJobTitle, titleSuggestions, missing } = reading;
  if (currentJobTitle) titles[currentJobTitle.sure ? "certain" : "guessed"] += 1;
  else if (titleSuggestions.length > 0) titles.suggested += 1;
  else {
    const reason = reading.isTranslated ? "translated" : (missing.currentJobTitle ?? "unsaid");
    titles.none[reason] = (titles.none[reason] ?? 0) + 1;
  }
}

/** Of the pages that answer for the title, those that have or offer one. */
export function titleShare({ titles: { certain, guessed, suggested, none } }: Tally): number {
  const some = certain + guessed + suggested;
  return some / (some + Object.values(none).reduce((sum, count) => sum + count, 0));
}

export function layoutOf({ answer }: Golden): string {
  if (answer.result !== "profile") return "refused";
  if (answer.layout.startsWith("sdui")) return "sdui";
  if (/^(?:recruiter|sales)/.test(answer.layout)) return "products";
  return answer.layout.startsWith("public") ? "guest" : "classic";
}

/** Every mutation alone, on every page. */
export async function singleRuns(goldens: Golden[], seed: number): Promise<Run[]> {
  const runs = mutations.map((mutation, index) => ({
    mutation,
    seed: seed + index,
    run: { name: mutation.name, tally: emptyTally(), single: true },
  }));
  for (const [number, golden] of goldens.entries()) {
    await withPages(golden, (pages) => {
      for (const { mutation, seed: runSeed, run } of runs) {
        readMutated(pages, [mutation], runSeed * 1009 + number, run.tally);
      }
    });
  }
  return runs.map(({ run }) => run);
}

/** A quick look: on each page one mutation of every `step`, all counted together. */
export async function sampleRun(goldens: Golden[], seed: number, step: number): Promise<Run> {
  const tally = emptyTally();
  for (const [number, golden] of goldens.entries()) {
    const chosen = mutations.filter((_, index) => (index + number) % step === 0);
    await withPages(golden, (pages) => {
      for (const mutation of chosen) readMutated(pages, [mutation], seed + number, tally);
    });
  }
  return { name: "a sample of single mutations", tally, single: true };
}

/** Random threes, `count` of them on every page. */
export async function threeRuns(goldens: Golden[], seed: number, count: number): Promise<Run[]> {
  const tally = emptyTally();
  for (const [number, golden] of goldens.entries()) {
    await withPages(golden, (pages) => {
      for (let index = 0; index < count; index += 1) {
        const runSeed = seed * 1_000_003 + number * 1009 + index;
        readMutated(pages, someMutations(runSeed, 3), runSeed, tally);
      }
    });
  }
  return count > 0 ? [{ name: `threes (${count} a page)`, tally, single: false }] : [];
}

interface Pages {
  golden: Golden;
  original: OpenPage;
  copy: OpenPage;
}

/** Yields after each page: jsdom frees its windows only between tasks. */
async function withPages(golden: Golden, use: (pages: Pages) => void): Promise<void> {
  const pages = { golden, original: openGolden(golden), copy: openGolden(golden) };
  use(pages);
  pages.original.close();
  pages.copy.close();
  await new Promise((resolve) => setImmediate(resolve));
}

function someMutations(seed: number, count: number): Mutation[] {
  const random = seededRandom(seed);
  const order = mutations.map((mutation) => ({ mutation, rank: random() })).sort((a, b) => a.rank - b.rank);
  const chosen = new Set(order.slice(0, count).map(({ mutation }) => mutation));
  return mutations.filter((mutation) => chosen.has(mutation));
}

function readMutated(
  { golden, original, copy }: Pages,
  chosen: Mutation[],
  seed: number,
  tally: Tally,
): void {
  resetPage(copy, original);
  const { name = null, public_id = null } = golden.answer.expected ?? {};
  const chance = { random: seededRandom(seed), name, slug: public_id };
  for (const mutation of chosen) {
    mutation.apply(copy.document, chance);
    if (copy.frameDocument) mutation.apply(copy.frameDocument, chance);
  }
  const reading = readProfile(copy.document, golden.answer.url);
  const refused = reading.result !== "profile" && golden.answer.expected !== undefined;
  if (refused && !showsSlug(copy, golden)) {
    tally.refusedRightly += 1;
    return;
  }
  const changes = chosen.map(({ name }) => name).join(" + ");
  addToTally(tally, judge(golden, reading), `${golden.name} after ${changes} (seed ${seed})`);
}

/** Contact data is on too few pages for a percentage: there, only nothing wrong. */
const barredFields = fieldNames.filter((field) => field !== "contact");

/** Bars of the mutated pages: nothing wrong ever; single mutations leave most of it readable. */
export function barFaults({ name, tally, single }: Run): string[] {
  const wrong = tally.faults > 0 ? [`  ${name}: ${tally.faults} wrong values or phantoms`] : [];
  if (!single) return wrong;
  const low = barredFields.flatMap((field) => {
    const { ok, missing, wrong: bad } = tally.fields[field];
    const bar = field === "name" ? 0.9 : 0.8;
    return ok < bar * (ok + missing + bad)
      ? [`  ${name}: ${field} read on ${ok} of ${ok + missing + bad}`]
      : [];
  });
  return [...wrong, ...low];
}
