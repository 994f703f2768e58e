/// <reference types="chrome" />
import type { Page } from "playwright";
import { formOf } from "../../browser/form.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { isTo } from "../../sandbox/request-log.ts";
import { inventedPages } from "../../sandbox/linkedin-pages.ts";

/** Different people on pages of several layouts. */
const NAMES = ["sdui-with-experience", "classic", "guest", "sdui-no-experience", "grouped-roles"];
const people = NAMES.map((name) => {
  const page = inventedPages().find((one) => one.name === name);
  if (!page) throw new Error(`No page ${name}`);
  return page;
});

const readButton = (panel: Page) => panel.getByRole("button", { name: words("panel_read") });

test("probe", async ({ connectedApp, sandbox }) => {
  const [first, second] = people;
  if (!first || !second) throw new Error();
  const page = await connectedApp.visit(first.url);
  const panel = await connectedApp.openPanel(page);
  const form = formOf(panel);
  await expect(form.name).not.toHaveValue("");
  console.log(await form.name.inputValue());
  await page.goto(second.url);
  await expect(readButton(panel)).toBeVisible();
  await expect(form.name).toHaveCount(0);
  console.log(await panel.locator(".status p").textContent());
  await panel.keyboard.press("Enter");
  await expect(form.name).not.toHaveValue("");
  console.log(await form.name.inputValue());
  await panel.screenshot({ path: "/tmp/many/panel.png" });
  const other = await connectedApp.visit(first.url);
  await expect(panel.getByText(words("panel_no_access_title"))).toBeVisible();
  await page.bringToFront();
  await expect(readButton(panel)).toBeVisible();
  await form.save.click().catch(() => {});
  void other; void sandbox; void isTo;
});
