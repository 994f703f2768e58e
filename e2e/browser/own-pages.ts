import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import type { SaveDraft } from "../../src/model/save.ts";
import type { Answer, MessageType, Request } from "../../src/protocol/messages.ts";

/** Asks the worker as the extension's own `page` does. */
export async function ask<T extends MessageType>(
  page: Page,
  type: T,
  request: Request<T>,
): Promise<Answer<T>> {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), { type, request });
  if (!("answer" in reply)) throw new Error(`${type}: ${JSON.stringify(reply)}`);
  return reply.answer as Answer<T>;
}

/** Accepts a save by the message the form sends; gives its id. */
export async function acceptSave(page: Page, change: Partial<SaveDraft> = {}): Promise<string> {
  const answer = await ask(page, "save.accept", { draft: { ...someDraft, ...change } });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.id;
}

const someDraft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/quentin-abbacchio",
  name: "Quentin Abbacchio",
  currentJobTitle: "Chief Financial Officer",
  companyName: "Brightwater",
  role: "candidate",
  jobs: [],
};

/** The file that `act` makes the page hand to its user: its name and text. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const arrival = page.waitForEvent("download");
  await act();
  const download = await arrival;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}
