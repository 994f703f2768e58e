// `npm run licenses`: docs/licenses.md, the license of every package in the lock file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, say } from "./steps.mjs";

/** @typedef {{ version: string, license?: string, dev?: boolean, optional?: boolean }} Locked */

const TITLE = `# Licenses

Made by \`npm run licenses\` from \`package-lock.json\`; a test compares. What is in the extension also stands, with its notices,
in the package's \`licenses.txt\`. The builds of a package for one system each go under the license of the package.
`;

/** The listing as it should stand in docs/licenses.md. */
export function licensesListing() {
  const packages = lockedPackages();
  const inExtension = packages.filter(({ dev }) => !dev);
  const rows = inExtension.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const tools = packages.filter(({ dev, optional }) => dev && !optional);
  const others = Object.entries(groupedByLicense(tools));
  const lines = others.map(([license, names]) => `- **${license}** (${names.length}): ${names.join(", ")}`);
  return [
    TITLE,
    "## In the extension\n",
    "| package | version | license |\n|---|---|---|",
    ...rows,
    "\n## Only to build and test it\n",
    ...lines,
    "",
  ].join("\n");
}

/** Every package of the lock file once a version, by name. */
export function lockedPackages() {
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const found = Object.entries(/** @type {Record<string, Locked>} */ (lock.packages))
    .filter(([path]) => path !== "")
    .map(([path, { version, license = "none named", dev = false, optional = false }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      license,
      dev,
      optional,
    }));
  const once = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {{ name: string, license: string }[]} packages */
function groupedByLicense(packages) {
  /** @type {Record<string, string[]>} */
  const groups = {};
  for (const group of [...new Set(packages.map(({ license }) => license))].sort()) {
    const members = packages.filter(({ license }) => license === group);
    groups[group] = [...new Set(members.map(({ name }) => name))];
  }
  return groups;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(ROOT, "docs/licenses.md"), licensesListing());
  say("docs/licenses.md is written");
}
