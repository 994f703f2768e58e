// `npm run soak -- --saves N --kills N --seed S`: prints the figures, exits 1 unless nothing is lost or doubled.
import { parseArgs } from "node:util";
import { soak } from "./soak.ts";

const { values } = parseArgs({
  options: {
    saves: { type: "string", default: "100" },
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
const [saves, kills, seed] = [values.saves, values.kills, values.seed].map(Number);
if (![saves, kills, seed].every(Number.isSafeInteger))
  throw new Error("--saves, --kills, --seed take integers");

/** Share of the accepted saves: with a fault at one call in ten, more would mean that look-ups do not settle what they could. */
const MOST_IN_DOUBT = 0.1;

const started = Date.now();
const figures = await soak({ saves: saves ?? 0, kills: kills ?? 0, seed: seed ?? 0, say: console.log });
const { complaints, ...counts } = figures;
for (const line of complaints) console.log(line);
console.table([counts]);
const share = ((100 * figures.inDoubt) / Math.max(1, figures.accepted)).toFixed(1);
console.log(`In doubt, for the user to decide: ${share} % of the accepted saves`);
console.log(`Seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s`);
const isWell = figures.lost + figures.duplicated + figures.inDoubtWrongly === 0;
const isBounded = figures.inDoubt <= MOST_IN_DOUBT * figures.accepted;
process.exit(isWell && isBounded && figures.accepted > 0 ? 0 : 1);
