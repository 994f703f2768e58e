/** Accepts messages: by sender first, then by schema. Nothing that arrives can make it throw. */
import browser, { type Runtime } from "webextension-polyfill";
import {
  type Answer,
  type MessageType,
  messageSchema,
  protocol,
  type Reply,
  type Request,
} from "../protocol/messages.ts";
import { isOwnPage } from "./sender-check.ts";

export type Handlers = { [T in MessageType]: (request: Request<T>) => Promise<Answer<T>> };

export function createRouter(handlers: Handlers) {
  return async (message: unknown, sender: Runtime.MessageSender): Promise<Reply> => {
    if (!isOwnPage(sender, browser.runtime.id, browser.runtime.getURL("")))
      return { error: "refused_sender" };
    const envelope = messageSchema.safeParse(message);
    if (!envelope.success || !isMessageType(envelope.data.type)) return { error: "bad_message" };
    return await answer(handlers, envelope.data.type, envelope.data.request);
  };
}

async function answer<T extends MessageType>(handlers: Handlers, type: T, sent: unknown): Promise<Reply> {
  const request = protocol[type]().request.safeParse(sent);
  if (!request.success) return { error: "bad_message" };
  try {
    // The compiler does not see that the schema of T gives the request of T.
    return { answer: await handlers[type](request.data as Request<T>) };
  } catch (error) {
    console.error(`The message ${type} failed`, error);
    return { error: "failed" };
  }
}

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(protocol, type);
}
