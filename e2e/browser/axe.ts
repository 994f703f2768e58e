import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 A and AA, and what axe calls best practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe finds on the page as it is: one line a rule, empty when nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The developer tools evaluate it, so the page's content security policy does not apply.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: { type: "tag", values },
        // Off by default, though of WCAG 2.2 AA.
        rules: { "target-size": { enabled: true } },
      }),
    TAGS,
  );
  return violations.map(({ id, help, nodes: [first, ...others] }) => {
    const why = first?.any[0]?.message ?? "";
    return `${id}: ${help}: ${first?.target.join(" ")} (and ${others.length} more) ${why}`;
  });
}
