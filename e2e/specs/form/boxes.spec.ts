/** What only the browser's own text and date boxes do. */
import type { Locator, Page } from "playwright";
import { formOf, savedIn } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { matchOf } from "../../browser/match.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

const MARA = invented("sdui-with-experience");

/** A date box of which the year is missing has no value, and says nothing of it by itself. */
async function typeHalf(popup: Page, box: Locator): Promise<void> {
  await box.focus();
  await popup.keyboard.type("0102");
  await expect(box).toHaveValue("");
  expect(await box.evaluate((one: HTMLInputElement) => one.validity.badInput)).toBe(true);
}

for (const { box, says, pin } of [
  { box: words("field_task_due"), says: words("error_due"), pin: false },
  { box: "Free from", says: words("field_not_a_date"), pin: true },
]) {
  test(`half a date at "${box}" stops Save, and the whole one goes out`, async ({
    connectedApp,
    sandbox,
  }) => {
    const popup = await connectedApp.clickToolbar(await connectedApp.visit(MARA.url));
    const form = formOf(popup);
    await expect(matchOf(popup).line).toHaveText(words("match_new"));
    await form.more.click();
    if (pin) await popup.getByRole("combobox", { name: words("fields_pin") }).selectOption(box);
    else await form.field("field_task").fill("Ring Mara");
    const date = popup.getByLabel(box, { exact: true });
    await typeHalf(popup, date);

    await form.save.click();
    await expect(popup.getByRole("alert").filter({ hasText: says })).toBeVisible();
    await expect(date).toHoldFocus();
    await expect(date).toHaveAttribute("aria-invalid", "true");
    expect(sandbox.log.of("POST", "/v1/persons")).toEqual([]);

    const year = new Date().getFullYear() + 1;
    await date.fill(`${year}-01-02`);
    await form.save.click();
    await expect(savedIn(popup)).toBeVisible();
    const bodies = sandbox.log.entries.map(({ body }) => JSON.stringify(body) ?? "");
    expect(bodies.filter((body) => body.includes(`${year}-01-02`))).toHaveLength(1);
  });
}

test("words pasted on several lines stand in one, and the browser undoes it", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(MARA.url));
  const form = formOf(popup);
  await form.more.click();
  const note = popup.getByRole("textbox", { name: words("field_note") });
  await note.fill("Jane\nvan\tDoe\n");
  await note.press("Control+a");
  await note.press("Control+c");
  await form.name.fill("Lindqvist");
  await form.name.press("Home");
  await form.name.press("Control+v");
  await expect(form.name).toHaveValue("Jane van Doe Lindqvist");
  await form.name.press("Control+z");
  await expect(form.name).toHaveValue("Lindqvist");
});
