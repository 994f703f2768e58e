/**
 * `npm run gallery [-- --language de,ja] [--state new,known]`: pictures of every state in every language, light,
 * dark and in high contrast, under test-results/gallery, with what axe finds and what is cut on them.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import { axeFindings } from "../browser/axe.ts";
import { launch } from "../browser/launch.ts";
import { readIn } from "../browser/words.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";
import { clipped } from "./clipped.ts";
import { contrastFindings, unmarkedOption } from "./contrast.ts";
import { makeFresh } from "./fresh.ts";
import { galleryPage } from "./gallery-page.ts";
import { buildSpeaking, galleryLanguages, messagesOf } from "./languages.ts";
import type { Stage } from "./stage.ts";
import { type StateName, states } from "./states.ts";
import { readTwice, wrongDirection } from "./words-in-page.ts";

const FOLDER = "test-results/gallery";
const THEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  contrast: { colorScheme: "dark", forcedColors: "active" },
} as const;
type Theme = keyof typeof THEMES;
const THEME_NAMES = Object.keys(THEMES) as Theme[];

/** What a popup has to fit into beside the usual window; looked at in one language, light. */
const WINDOWS = {
  "zoom-125": { zoom: 125 },
  "zoom-200": { zoom: 200 },
  "400-px": { screen: "683x400" },
} as const;
const WINDOW_NAMES = Object.keys(WINDOWS) as (keyof typeof WINDOWS)[];

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
  const findings = [];
  try {
    const app = await launch({ sandbox, extensionDir });
    for (const name of names) findings.push(...(await pictureOf(name, language, { app, sandbox })));
    await app.close();
    if (language === languages[0])
      findings.push(...(await picturesInWindows(language, extensionDir, sandbox)));
    return findings;
  } finally {
    await sandbox.close();
    rmSync(extensionDir, { recursive: true });
  }
}

async function picturesInWindows(
  language: string,
  extensionDir: string,
  sandbox: Sandbox,
): Promise<string[]> {
  const findings = [];
  for (const window of WINDOW_NAMES) {
    const app = await launch({ sandbox, extensionDir, ...WINDOWS[window] });
    for (const name of names.filter((one) => !/^(options|onboarding|panel|log|privacy)/.test(one)))
      findings.push(...(await pictureOf(name, language, { app, sandbox }, window)));
    await app.close();
  }
  return findings;
}

/** What is wrong with the state, one line each; a state that cannot be reached is wrong, too. */
async function pictureOf(
  name: StateName,
  language: string,
  stage: Stage,
  window?: keyof typeof WINDOWS,
): Promise<string[]> {
  try {
    await makeFresh(stage);
    const page = await states[name](stage);
    const findings = [];
    for (const theme of window ? (["light"] as const) : THEME_NAMES) {
      const look = window ?? theme;
      const found = await taken(page, theme, `${FOLDER}/${language}/${look}/${name}.png`);
      findings.push(...found.map((line) => `${language} ${look} ${name}: ${line}`));
    }
    if (/popup|panel/.test(page.url())) await page.close();
    return findings;
  } catch (error) {
    return [`${language} ${name}: no picture: ${error}`];
  }
}

async function taken(page: Page, theme: (typeof THEME_NAMES)[number], path: string): Promise<string[]> {
  await page.emulateMedia({ ...THEMES[theme], reducedMotion: "reduce" });
  if (page.url().includes("popup")) await pictureOfWindow(page, path);
  else await page.screenshot({ path, fullPage: true });
  // axe does not know forced colors: it would measure colors that are not shown.
  const found = theme === "contrast" ? [] : await axeFindings(page);
  const pale = theme === "contrast" ? [] : await contrastFindings(page);
  const unmarked = theme === "contrast" ? await unmarkedOption(page) : [];
  return [
    ...found,
    ...pale,
    ...unmarked,
    ...(await clipped(page)),
    ...(await readTwice(page)),
    ...(await wrongDirection(page)),
  ];
}

/** As it is on the screen: Playwright's own picture of a zoomed page is cut. */
async function pictureOfWindow(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "png" });
  await session.detach();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(data, "base64"));
}

mkdirSync(FOLDER, { recursive: true });
const findings = [];
for (const language of languages) {
  const found = await picturesIn(language);
  console.log([`${language}: ${found.length} findings`, ...found].join("\n"));
  findings.push(...found);
}
writeFileSync(`${FOLDER}/index.html`, galleryPage(names, languages, [...THEME_NAMES, ...WINDOW_NAMES]));
writeFileSync(`${FOLDER}/findings.txt`, `${findings.join("\n")}\n`);
console.log(
  `${FOLDER}/index.html: ${names.length} states, ${languages.length} languages, ${findings.length} findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
