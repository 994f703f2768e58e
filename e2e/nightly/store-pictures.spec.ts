/** The pictures of the store listing, made from the real popup. `npm run pictures` puts them into docs/store/. */
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright";
import { formOf, savedIn } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { expect, test } from "../browser/test.ts";
import { words } from "../browser/words.ts";

const FOLDER = "test-results/store-pictures";
/** The sizes Chrome's and Edge's stores ask for. */
const SCREENSHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
/** The popup is shown enlarged, so it is taken with more points. */
const SCALE = 2;

const ICON = `data:image/svg+xml;base64,${readFileSync("docs/store/icon.svg", "base64")}`;

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #14171f; overflow: hidden; }
  .screenshot { width: 1280px; height: 800px; background: #eef1fb; display: flex; align-items: center; gap: 64px; padding: 0 72px; }
  .words { flex: 1; }
  .words h1 { font-size: 52px; line-height: 1.12; letter-spacing: -0.02em; margin: 28px 0 20px; }
  .words p { font-size: 23px; line-height: 1.45; color: #565d6d; }
  .words img { width: 64px; }
  .shown { border: 1px solid #d9dde5; border-radius: 14px; box-shadow: 0 24px 64px #14225233; display: block; max-height: 720px; max-width: 620px; }
  .tile { width: 440px; height: 280px; background: #2347c5; color: #fff; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 14px; }
  .tile img { width: 92px; }
  .tile h1 { font-size: 34px; letter-spacing: -0.02em; }
  .tile p { font-size: 18px; opacity: 0.92; }
`;

test("the store's screenshots and tile", async ({ connectedApp }) => {
  const { context } = connectedApp;
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  const job = popup.getByRole("combobox", { name: words("field_job") });
  await job.click();
  await expect(popup.getByRole("option").first()).toBeVisible();
  const choosing = await taken(popup);
  await popup.getByRole("option").first().click();
  await formOf(popup).name.focus();
  const form = await taken(popup);
  await formOf(popup).save.click();
  await expect(savedIn(popup)).toBeVisible();
  const saved = await taken(popup);
  const options = await connectedApp.openOptions("settings");
  await expect(options.getByRole("button", { name: words("connect_replace") })).toBeVisible();
  await options.setViewportSize({ width: 600, height: 480 });
  const settings = await taken(options);

  const screens = [
    [
      "The profile, already filled in",
      "Click the button on a LinkedIn profile, check the form, press Enter.",
      form,
    ],
    [
      "Straight onto the search",
      "Pick a job while you save: the person is a candidate on it at once.",
      choosing,
    ],
    [
      "Saved, and enriched by Stardex",
      "A save is kept in your browser until Stardex has it, offline too.",
      saved,
    ],
    ["One key, one address", "The key stays with the extension and goes to api.stardex.ai only.", settings],
  ] as const;
  for (const [index, [title, text, picture]] of screens.entries()) {
    const body = `<div class="screenshot"><div class="words"><img src="${ICON}"><h1>${title}</h1><p>${text}</p></div>
      <img class="shown" src="${picture}"></div>`;
    await draw(context, body, SCREENSHOT, `screenshot-${index + 1}`);
  }
  const tile = `<div class="tile"><img src="${ICON}"><h1>Stardex Capture</h1><p>LinkedIn profiles into Stardex</p></div>`;
  await draw(context, tile, TILE, "tile");
});

interface Size {
  width: number;
  height: number;
}

/** The page as a data URL, with SCALE points a pixel. */
async function taken(page: Page): Promise<string> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    clip: { x: 0, y: 0, width, height, scale: SCALE },
  });
  await session.detach();
  return `data:image/png;base64,${data}`;
}

async function draw(context: BrowserContext, body: string, size: Size, name: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.setContent(`<!doctype html><style>${STYLE}</style><body>${body}</body>`);
  const png = await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await page.close();
  // The header of a PNG: width and height as 32-bit numbers, then depth and color type; the store takes no alpha (2, not 6).
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([size.width, size.height, 2]);
}
