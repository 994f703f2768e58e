// `npm run package [-- --firefox] [--into FOLDER]`: a fresh build as one zip. The same sources give the same bytes,
// whenever and wherever it is made: file order and times are fixed.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { mustRun, ROOT, say } from "./steps.mjs";

/** The oldest time a zip can hold, in local fields, as zips hold it: the same bytes in every time zone. */
const MTIME = new Date(1980, 0, 1);

/** Made by Unix, as a plain file that everybody may read: without a mode `unzip` makes files that nobody may open. */
const UNIX = 3;
const FILE_MODE = 0o100644;

const { values: options } = parseArgs({
  options: { firefox: { type: "boolean", default: false }, into: { type: "string", default: ROOT } },
});

// Not in dist/, which may be loaded in a browser or under test.
const build = mkdtempSync(join(tmpdir(), "stardex-package-"));
try {
  const mode = options.firefox ? ["--mode", "firefox"] : [];
  mustRun("npx", ["vite", "build", ...mode, "--outDir", build, "--emptyOutDir", "--logLevel", "warn"]);
  writeZip(filesOf(build));
} finally {
  rmSync(build, { recursive: true, force: true });
}

/**
 * The files by their names in the zip, in order.
 * @param {string} folder
 * @returns {Record<string, Uint8Array>}
 */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    // Vite's own notes are no part of the extension, nor is the pseudo-locale of the tests.
    .filter((name) => !name.startsWith(".vite") && !name.startsWith(join("_locales", "en_XA")))
    .sort();
  return Object.fromEntries(
    names.map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name))]),
  );
}

/** @param {Record<string, Uint8Array>} files */
function writeZip(files) {
  const { version } = JSON.parse(String(files["manifest.json"]));
  const zip = zipSync(files, { level: 9, mtime: MTIME, os: UNIX, attrs: FILE_MODE << 16 });
  const file = `stardex-capture-${version}${options.firefox ? "-firefox" : ""}.zip`;
  writeFileSync(join(resolve(options.into), file), zip);
  const sum = createHash("sha256").update(zip).digest("hex");
  say(`${file}: ${Object.keys(files).length} files, ${Math.round(zip.length / 1024)} KB, sha256 ${sum}`);
}
