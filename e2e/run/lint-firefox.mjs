// `npm run lint:firefox`: Mozilla's linter over the package for Firefox. It is the one that `web-ext lint` and the
// store run; it is installed at its first use, from its own lock file.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mustRun, ROOT, say } from "./steps.mjs";

/** @typedef {{ code: string, file?: string, message: string }} Finding */

/** @type {(Finding & { why: string })[]} The warnings that are accepted. */
const EXPECTED = [
  {
    code: "UNSAFE_VAR_ASSIGNMENT",
    message: "Unsafe assignment to innerHTML",
    why: "Preact's own code for dangerouslySetInnerHTML, which our lint forbids: it never runs",
  },
  {
    code: "UNSUPPORTED_API",
    message: "sidePanel.open is not supported",
    why: "src/protocol/panel.ts calls it only where the browser has it; Firefox opens its sidebar",
  },
];

const FOLDER = join(ROOT, "e2e/firefox-lint");
const LINTER = join(FOLDER, "node_modules/addons-linter/bin/addons-linter");

if (!existsSync(LINTER)) mustRun("npm", ["ci", "--prefix", FOLDER, "--silent"]);

const folder = mkdtempSync(join(tmpdir(), "stardex-lint-"));
try {
  mustRun("node", ["e2e/run/package.mjs", "--firefox", "--into", folder]);
  report(findings(join(folder, readdirSync(folder)[0] ?? "")));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} zip
 * @returns {Finding[]} errors, warnings and notices
 */
function findings(zip) {
  let output = "";
  try {
    output = execFileSync("node", [LINTER, "--output", "json", zip], { encoding: "utf8" });
  } catch (error) {
    // It exits with 1 when there are errors, but its output is complete.
    output = /** @type {{ stdout: string }} */ (error).stdout;
  }
  const { errors, warnings, notices } = JSON.parse(output);
  return [...errors, ...warnings, ...notices];
}

/**
 * @param {Finding} finding
 * @returns {string | undefined}
 */
function whyOf({ code, message }) {
  return EXPECTED.find((one) => one.code === code && one.message === message)?.why;
}

/** @param {Finding[]} found */
function report(found) {
  for (const finding of found) {
    const why = whyOf(finding);
    say(`${why ? "expected" : "UNEXPECTED"}: ${finding.code} in ${finding.file}: ${why ?? finding.message}`);
  }
  const unexpected = found.filter((finding) => !whyOf(finding));
  say(`${found.length} findings, ${unexpected.length} unexpected`);
  process.exitCode = unexpected.length === 0 ? 0 : 1;
}
