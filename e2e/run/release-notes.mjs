// `npm run --silent release-notes`: what CHANGELOG.md says of the present version, for the release and the stores.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./steps.mjs";

/**
 * The section of one version, without its heading.
 * @param {string} changelog
 * @param {string} version
 */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((one) => one.startsWith(`[${version}]`));
  const notes = section?.slice(section.indexOf("\n")).trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return notes;
}

if (process.argv[1] === import.meta.filename) {
  const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), "utf8");
  console.log(notesOf(read("CHANGELOG.md"), JSON.parse(read("package.json")).version));
}
