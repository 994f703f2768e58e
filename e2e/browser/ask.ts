/// <reference types="chrome" />
import type { Page } from "playwright";
import type { Answer, MessageType, Request } from "../../src/protocol/messages.ts";

/** Asks the service worker as the extension's own pages do, from one of them. */
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
