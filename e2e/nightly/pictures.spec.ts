/** The picture in the README, taken from the real form. `npm run pictures` puts it into docs/. */
import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright";
import { formOf, savedIn } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { expect, test } from "../browser/test.ts";
import { animatedPng, type Frame } from "../tools/animated-png.ts";

const FOLDER = "test-results/pictures";
const AT_MOST = 600 * 1024;

test("a profile, a job, saved", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  const form = formOf(popup);
  await popup.emulateMedia({ reducedMotion: "reduce" });
  const frames: Frame[] = [];
  const take = async (ms: number) => frames.push({ png: await picture(popup), ms });
  await expect(form.name).toHaveValue("Mara Lindqvist");
  await form.name.focus();
  await take(2200);
  await form.jobBox.click();
  for (const typed of ["o", "op", "ope", "oper"]) {
    await form.jobBox.fill(typed);
    await expect(form.options.first()).toBeVisible();
    await take(220);
  }
  await expect(form.options.first()).toContainText("Oper");
  await take(1600);
  await form.options.first().click();
  await expect(form.chosenJobs).toHaveCount(1);
  await take(1800);
  await popup.keyboard.press("Control+Enter");
  await expect(savedIn(popup)).toBeVisible();
  await take(3000);
  const png = animatedPng(frames);
  expect(png.length).toBeGreaterThan(50_000);
  expect(png.length).toBeLessThanOrEqual(AT_MOST);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/capture.png`, png);
});

/** With more points than pixels, for screens that show them. */
async function picture(popup: Page): Promise<Buffer> {
  const { width, height } = await popup.evaluate(() => {
    for (const input of document.querySelectorAll("input")) input.style.caretColor = "transparent";
    return { width: innerWidth, height: innerHeight };
  });
  const session = await popup.context().newCDPSession(popup);
  const { data } = await session.send("Page.captureScreenshot", {
    clip: { x: 0, y: 0, width, height, scale: 1.5 },
  });
  await session.detach();
  return Buffer.from(data, "base64");
}
