/** The worker's side of the messages, for tests of pages: the real router before the handlers of the test. */
import type { MessageType } from "../protocol/messages.ts";
import { createRouter, type Handlers } from "../worker/router.ts";
import { testBrowser } from "./test-browser.ts";

const PAGE = "chrome-extension://abcdefghijklmnop/page.html";

export interface Asked {
  type: MessageType;
  request: unknown;
}

/**
 * From now on these handlers answer; what has none fails, as in a worker that cannot do it. Gives the list of
 * what is asked, which grows.
 */
export function answerMessages(handlers: Partial<Handlers>): Asked[] {
  const asked: Asked[] = [];
  const router = createRouter(handlers as Handlers);
  testBrowser.state.sendMessage = async (message) => {
    // What cannot be cloned cannot be sent.
    const sent = structuredClone(message) as Asked;
    asked.push(sent);
    if (!handlers[sent.type]) return { error: "failed" };
    return structuredClone(await router(sent, { id: "abcdefghijklmnop", url: PAGE }));
  };
  return asked;
}
