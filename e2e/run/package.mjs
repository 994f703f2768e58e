// `npm run package`: the build as stardex-capture-VERSION.zip. The same sources give the same bytes, whenever and
// wherever it is made: file order and times are fixed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { zipSync } from "fflate";
import { mustRun, ROOT, say } from "./steps.mjs";

const DIST = join(ROOT, "dist");
/** The oldest time a zip can hold, in local fields, as zips hold it: the same bytes in every time zone. */
const MTIME = new Date(1980, 0, 1);

mustRun("npm", ["run", "--silent", "build", "--", "--logLevel", "warn"]);

const names = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
  // Vite's own notes are no part of the extension, nor is the pseudo-locale of the tests.
  .filter((name) => !name.startsWith(".vite") && !name.startsWith(join("_locales", "en_XA")))
  .sort();
const files = Object.fromEntries(
  names.map((name) => [name.split(sep).join("/"), readFileSync(join(DIST, name))]),
);

const { version } = JSON.parse(readFileSync(join(DIST, "manifest.json"), "utf8"));
const zip = zipSync(files, { level: 9, mtime: MTIME, os: 3 });
const file = `stardex-capture-${version}.zip`;
writeFileSync(join(ROOT, file), zip);
const sum = createHash("sha256").update(zip).digest("hex");
say(`${file}: ${names.length} files, ${Math.round(zip.length / 1024)} KB, sha256 ${sum}`);
