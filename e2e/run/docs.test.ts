/** The texts for people name files, commands, links and words of the screen: all of them must exist. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import managedSchema from "../../public/managed-schema.json" with { type: "json" };

const pages = ["README.md", "CHANGELOG.md", ...markdownIn("docs"), ...markdownIn(".github")].map((path) => ({
  path,
  text: readFileSync(path, "utf8"),
}));

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

/** What the pattern's first group finds, each with its page. */
function findings(pattern: RegExp) {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, found = ""]) => ({ path, found })),
  );
}

test("every link within the project leads to something", () => {
  const links = findings(/\]\((?!https?:|mailto:)([^)\s]+)\)/g);
  const isBroken = ({ path, found }: (typeof links)[number]) => {
    const [file = "", anchor] = found.split("#");
    const target = file === "" ? path : join(dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  };
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(isBroken)).toEqual([]);
});

/** As GitHub makes them from headings. */
function anchorsOf(path: string): string[] {
  const headings = readFileSync(path, "utf8").match(/^#+ .*$/gm) ?? [];
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every file and folder that is named exists", () => {
  // Capitals stand for a name to be chosen.
  const named = findings(/`((?:src|e2e|docs|public|\.github|\.ci)\/[\w./-]+)`/g).filter(
    ({ found }) => !/\/[A-Z]+\b/.test(found),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ found }) => !existsSync(found))).toEqual([]);
});

test("every command that is named exists", () => {
  const named = findings(/npm run (?:--silent )?([\w:-]+)/g);
  expect(named.filter(({ found }) => !Object.hasOwn(packageJson.scripts, found))).toEqual([]);
});

test("troubleshooting quotes what the screen says", () => {
  const said = Object.values(english).map(({ message }) => message.replaceAll("’", "'"));
  const page = readFileSync("docs/troubleshooting.md", "utf8");
  const users = page.slice(0, page.indexOf("## For developers"));
  const quoted = [...users.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, words = ""]) => words);
  expect(quoted.length).toBeGreaterThan(8);
  expect(quoted.filter((words) => !said.some((message) => message.includes(words)))).toEqual([]);
});

test("firms are told of every policy, and of no other", () => {
  const page = readFileSync("docs/for-firms.md", "utf8");
  const table = page.slice(page.indexOf("## What can be set"), page.indexOf("## How"));
  const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name);
  expect(named.sort()).toEqual(Object.keys(managedSchema.properties).sort());
});

test("nobody is a she", () => {
  expect(findings(/\b(she|her|hers|herself)\b/gi)).toEqual([]);
});
