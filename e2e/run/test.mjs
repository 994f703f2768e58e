// `npm test`: sets itself up, runs the checks and the tests, and says the totals of all of them.
// `npm run test:nightly`: those and what is slow by nature (e2e/nightly), with properties tried five times as often.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setUpDesktop, setUpFirefox, setUpLanguages } from "./optional-programs.mjs";
import { setUp } from "./set-up.mjs";
import { ROOT, run, say } from "./steps.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */
/** @typedef {any} Report What a runner's JSON reporter writes. */

const RESULTS = join(ROOT, "test-results");
const UNIT = join(RESULTS, "unit.json");
const BROWSER = join(RESULTS, "browser.json");
const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

const isNightly = process.argv.includes("--nightly");
const projects = isNightly ? [] : ["--project=daily"];
const env = isNightly ? { STARDEX_RUNS: "5" } : {};

await setUp();
// Only the nightly tests start it.
if (isNightly) setUpFirefox();
setUpDesktop();
setUpLanguages();
// Results of an earlier run must not pass for this one's.
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

say("Check: types, lint, unused exports");
const check = run("npm", ["run", "--silent", "check"]) ? NOTHING : ONE_FAILED;

say("Build");
const built = run("npm", ["run", "--silent", "build", "--", "--logLevel", "warn"]);

say("Unit tests");
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT}`];
const unitOk = run("npx", ["vitest", "run", ...reporters], env);
const unit = counted(unitOk, () => unitTotals(readJson(UNIT)));

say("Browser tests");
const browserOk =
  built &&
  run("npx", ["playwright", "test", "-c", "e2e", ...projects, "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER,
  });
const browser = built ? counted(browserOk, () => browserTotals(readJson(BROWSER))) : ONE_FAILED;

const total = [check, unit, browser].reduce(add);
writeFileSync(
  join(RESULTS, "totals.json"),
  `${JSON.stringify({ ...total, check, unit, browser }, null, 2)}\n`,
);
console.log(`
Check    ${check.failed === 0 ? "passed" : "failed"}
Unit     ${line(unit)}
Browser  ${built ? line(browser) : "not run: the build failed"}
Total    ${line(total)}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * A runner that failed without naming a failed test (it broke, or left no report) counts as one.
 * @param {boolean} succeeded
 * @param {() => Totals} totals
 * @returns {Totals}
 */
function counted(succeeded, totals) {
  try {
    const found = totals();
    return succeeded || found.failed > 0 ? found : { ...found, failed: 1 };
  } catch {
    return ONE_FAILED;
  }
}

/** @param {Report} report */
function unitTotals(report) {
  // A file that could not even be loaded holds no test that failed.
  const brokenFiles = report.testResults.filter(
    (/** @type {Report} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {Report} report */
function browserTotals({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * @param {Totals} a
 * @param {Totals} b
 * @returns {Totals}
 */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {Totals} totals */
function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
