import { readFile } from "node:fs/promises";
import type { Page } from "playwright";

/** The file that `act` makes the page hand to the user: its name and text. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const arrival = page.waitForEvent("download");
  await act();
  const download = await arrival;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
