/**
 * `npm run gallery [-- --language de,ja] [--state new,known]`: pictures of every state in every language, light,
 * dark and in high contrast, under test-results/gallery, with what axe finds and what is cut on them.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import { axeFindings } from "../browser/axe.ts";
import { launch } from "../browser/launch.ts";
import { readIn } from "../browser/words.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { clipped } from "./clipped.ts";
import { makeFresh } from "./fresh.ts";
import { galleryPage } from "./gallery-page.ts";
import { buildSpeaking, galleryLanguages, messagesOf } from "./languages.ts";
import { type Stage, type StateName, states } from "./states.ts";

const FOLDER = "test-results/gallery";
const THEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  contrast: { colorScheme: "dark", forcedColors: "active" },
} as const;
type Theme = keyof typeof THEMES;
const THEME_NAMES = Object.keys(THEMES) as Theme[];

const { values: options } = parseArgs({
  options: { language: { type: "string" }, state: { type: "string" } },
});
const languages = options.language?.split(",") ?? galleryLanguages();
const names = (options.state?.split(",") ?? Object.keys(states)) as StateName[];

async function picturesIn(language: string): Promise<string[]> {
  const messages = messagesOf(language);
  readIn(messages);
  const extensionDir = buildSpeaking(messages);
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const app = await launch({ sandbox, extensionDir });
  try {
    const findings = [];
    for (const name of names) findings.push(...(await pictureOf(name, language, { app, sandbox })));
    return findings;
  } finally {
    await app.close();
    await sandbox.close();
    rmSync(extensionDir, { recursive: true });
  }
}

/** What is wrong with the state, one line each; a state that cannot be reached is wrong, too. */
async function pictureOf(name: StateName, language: string, stage: Stage): Promise<string[]> {
  try {
    await makeFresh(stage);
    const page = await states[name](stage);
    const findings = [];
    for (const theme of THEME_NAMES) {
      const found = await taken(page, theme, `${FOLDER}/${language}/${theme}/${name}.png`);
      findings.push(...found.map((line) => `${language} ${theme} ${name}: ${line}`));
    }
    if (page.url().includes("popup")) await page.close();
    return findings;
  } catch (error) {
    return [`${language} ${name}: no picture: ${error}`];
  }
}

async function taken(page: Page, theme: (typeof THEME_NAMES)[number], path: string): Promise<string[]> {
  await page.emulateMedia({ ...THEMES[theme], reducedMotion: "reduce" });
  await page.screenshot({ path, fullPage: !page.url().includes("popup") });
  // axe does not know forced colors: it would measure colors that are not shown.
  const found = theme === "contrast" ? [] : await axeFindings(page);
  return [...found, ...(await clipped(page))];
}

mkdirSync(FOLDER, { recursive: true });
const findings = [];
for (const language of languages) {
  const found = await picturesIn(language);
  console.log([`${language}: ${found.length} findings`, ...found].join("\n"));
  findings.push(...found);
}
writeFileSync(`${FOLDER}/index.html`, galleryPage(names, languages, THEME_NAMES));
writeFileSync(`${FOLDER}/findings.txt`, `${findings.join("\n")}\n`);
console.log(
  `${FOLDER}/index.html: ${names.length} states, ${languages.length} languages, ${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
