/** How a page asks the service worker. */
import browser from "webextension-polyfill";
import { type Answer, type MessageType, protocol, type Request, replySchema } from "./messages.ts";

/**
 * `extension_gone`: updated, reloaded or removed while the page was open; only reopening the page helps.
 * `no_answer`: the worker died before it answered; asking again may help.
 * `refused`: it does not take this message. `failed`: it took it and could not do it.
 */
type SendFailure = "extension_gone" | "no_answer" | "refused" | "failed";

export class SendError extends Error {
  override readonly name = "SendError";

  constructor(readonly kind: SendFailure) {
    super(kind);
  }
}

/** Rejects with SendError and nothing else. */
export async function send<T extends MessageType>(type: T, request: Request<T>): Promise<Answer<T>> {
  const reply = replySchema.safeParse(await deliver({ type, request }));
  if (!reply.success) throw new SendError("no_answer");
  if ("error" in reply.data) throw new SendError(reply.data.error === "failed" ? "failed" : "refused");
  const answer = protocol[type]().answer.safeParse(reply.data.answer);
  if (!answer.success) throw new SendError("failed");
  // The compiler does not see that the schema of T gives the answer of T.
  return answer.data as Answer<T>;
}

async function deliver(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (error) {
    throw new SendError(isExtensionGone(error) ? "extension_gone" : "no_answer");
  }
}

/** Chrome's words; without `runtime.id` the page is an orphan of an older version. */
function isExtensionGone(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return /context invalidated|receiving end does not exist/i.test(text) || !browser.runtime?.id;
}
