/// <reference types="chrome" />
/** What the extension's own pages can ask its worker, asked from one of them without its UI. */
import { expect } from "@playwright/test";
import type { Page } from "playwright";
import type { SaveDraft, SaveRecord } from "../../src/model/save.ts";
import type { Answer, MessageType, Request } from "../../src/protocol/messages.ts";
import { storedSaves } from "./database.ts";

export async function ask<T extends MessageType>(
  page: Page,
  type: T,
  request: Request<T>,
): Promise<Answer<T>> {
  const reply = await page.evaluate(
    (message) => chrome.runtime.sendMessage(message) as Promise<{ answer?: unknown } | undefined>,
    { type: type as string, request: request as unknown },
  );
  if (!reply || !("answer" in reply)) throw new Error(`${type} was not answered: ${JSON.stringify(reply)}`);
  return reply.answer as Answer<T>;
}

const someDraft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/quentin-abbacchio",
  name: "Quentin Abbacchio",
  currentJobTitle: "Chief Financial Officer",
  companyName: "Brightwater",
  role: "candidate",
  jobs: [],
};

/** Hands a save to the worker; gives its id. */
export async function accept(page: Page, change: Partial<SaveDraft> = {}): Promise<string> {
  const connection = await ask(page, "connection.get", {});
  const workspace = connection.state === "connected" ? connection.workspace : "";
  const answer = await ask(page, "save.accept", { draft: { ...someDraft, ...change }, workspace });
  if (!answer.ok) throw new Error(`Not accepted: ${JSON.stringify(answer.problem)}`);
  return answer.id;
}

/** All saves, newest first. */
export async function recent(page: Page): Promise<SaveRecord[]> {
  return await storedSaves(page);
}

/** Waits until no save goes on by itself any more; gives all of them. */
export async function settled(page: Page, timeout = 30_000): Promise<SaveRecord[]> {
  const isUnderWay = ({ state }: { state: string }) => state !== "saved" && state !== "needs_you";
  await expect.poll(async () => (await recent(page)).filter(isUnderWay), { timeout }).toEqual([]);
  return await recent(page);
}
