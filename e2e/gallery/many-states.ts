/** The states beside the popup's: the panel, many people at once, the window that logs an activity, the privacy page. */
import { expect as base, type Page } from "@playwright/test";
import { LOG_PAGE, PRIVACY_PAGE } from "../../src/protocol/pages.ts";
import { formOf, savedIn } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { words } from "../browser/words.ts";
import type { Stage, Way } from "./stage.ts";

/** The machine may be busy with other pictures. */
const expect = base.configure({ timeout: 15_000 });

const MARA = invented("sdui-with-experience").url;
const GWENDOLYN = invented("classic").url;

/** A row that is right, one of long words, one with an address of Sales Navigator, and a name from right to left. */
const ROWS = [
  "Name\tTitle\tCompany\tLinkedIn",
  "Ada Ray\tChief Financial Officer\tBlue Harbor\thttps://www.linkedin.com/in/ada-ray/",
  "Maximiliane Theodora von Hohenstein-Schwarzenberg\tSenior Vice President Procurement\tRed Stone International Holding\tlinkedin.com/in/max-h",
  "Cy Mills\tCTO\tRed Stone\thttps://www.linkedin.com/sales/lead/ACwAAA,NAME",
  "\u05d3\u05e0\u05d4 \u05db\u05d4\u05df\tCEO\tNordvale\tlinkedin.com/in/dana-k",
].join("\n");

const addressOf = ({ app }: Stage, page: string) => `chrome-extension://${app.extensionId()}/${page}`;

async function panelOver(stage: Stage, url: string): Promise<{ page: Page; panel: Page }> {
  const page = await stage.app.visit(url);
  return { page, panel: await stage.app.openPanel(page) };
}

/** The second person, with the job of the first still chosen and the first among the last saves. */
async function panelFromPersonToPerson(stage: Stage): Promise<Page> {
  const { page, panel } = await panelOver(stage, MARA);
  const form = formOf(panel);
  await form.jobBox.click();
  await form.options.first().click();
  await form.save.click();
  await expect(savedIn(panel)).toBeVisible();
  await page.goto(GWENDOLYN);
  await panel.getByRole("button", { name: words("panel_read") }).click();
  await expect(form.name).toHaveValue(/Gwendolyn/);
  return panel;
}

/** Over a page that nobody has asked to read. */
async function panelBlank(stage: Stage): Promise<Page> {
  const { page, panel } = await panelOver(stage, MARA);
  await expect(formOf(panel).name).toHaveValue(/Mara/);
  await page.goto(GWENDOLYN);
  await expect(panel.getByRole("button", { name: words("panel_read") })).toBeVisible();
  return panel;
}

async function panelPeople(stage: Stage): Promise<Page> {
  const { panel } = await panelOver(stage, invented("search-list").url);
  await expect(panel.getByRole("table", { name: words("people_page_table") })).toBeVisible();
  return panel;
}

async function addMany(stage: Stage): Promise<Page> {
  const page = await stage.app.openOptions("many");
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.getByRole("button", { name: words("add_many_read"), exact: true })).toBeVisible();
  return page;
}

async function tableOfMany(stage: Stage): Promise<Page> {
  const page = await addMany(stage);
  await page.getByRole("textbox").first().fill(ROWS);
  await page.getByRole("button", { name: words("add_many_read"), exact: true }).click();
  const table = page.getByRole("table", { name: words("add_many_table") });
  await table.getByRole("checkbox", { name: /Ada Ray/ }).click();
  await table.getByRole("checkbox", { name: /Maximiliane/ }).click();
  await page.getByRole("button", { name: words("more"), exact: true }).click();
  return page;
}

async function batch(stage: Stage): Promise<Page> {
  const page = await tableOfMany(stage);
  await page.locator(".people-save-bar .button.primary").click();
  await expect(page.locator("#batches").getByText(words("batch_finished"))).toBeVisible();
  return page;
}

/** The window that opens on selected text, with the person chosen. */
async function logWindow(stage: Stage): Promise<Page> {
  const page = await stage.app.context.newPage();
  await page.goto(addressOf(stage, LOG_PAGE));
  await page.setViewportSize({ width: 420, height: 560 });
  await page.getByRole("combobox").first().fill("Leocadia");
  await page.getByRole("option").first().click();
  await expect(page.getByRole("button", { name: words("touch_submit"), exact: true })).toBeVisible();
  return page;
}

async function privacy(stage: Stage): Promise<Page> {
  const page = await stage.app.context.newPage();
  await page.goto(addressOf(stage, PRIVACY_PAGE));
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

export const manyStates = {
  panel: panelFromPersonToPerson,
  "panel-blank": panelBlank,
  "panel-people": panelPeople,
  "options-many": addMany,
  "options-many-table": tableOfMany,
  "options-batch": batch,
  log: logWindow,
  privacy,
} satisfies Record<string, Way>;
