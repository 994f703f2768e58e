/**
 * The service worker behind the pages of a test file: the real one, with the sandbox in the place of Stardex. The test
 * file itself says `vi.mock("webextension-polyfill", () => import("PATH/test-browser.ts"))`.
 */
import { vi } from "vitest";
import { createSandbox, type InProcessSandbox, SANDBOX_KEY } from "../../e2e/sandbox/in-process.ts";
import type { Reply } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";
import { testBrowser } from "./test-browser.ts";
import { createTestLocks } from "./test-locks.ts";

const OWN_PAGE = {
  id: "abcdefghijklmnop",
  url: "chrome-extension://abcdefghijklmnop/src/popup/popup.html",
};

let sandbox: InProcessSandbox | undefined;
let isStarted = false;

/** Connected with SANDBOX_KEY to a new sandbox; nothing is stored. Gives the key's workspace, too. */
export async function connectedWorker(): Promise<{ sandbox: InProcessSandbox; workspace: string }> {
  testBrowser.forget();
  const fresh = createSandbox({ rateLimit: { limit: 100_000 } });
  sandbox = fresh;
  await startOnce();
  const answer = await send("connection.connect", { key: SANDBOX_KEY });
  if (!answer.ok || answer.connection.state !== "connected") throw new Error(JSON.stringify(answer));
  fresh.log.clear();
  return { sandbox: fresh, workspace: answer.connection.workspace };
}

/** Once a file: its modules hold no state that outlives what they have stored. */
async function startOnce(): Promise<void> {
  if (isStarted) return;
  isStarted = true;
  vi.stubGlobal("fetch", (...request: Parameters<typeof fetch>) => sandbox?.fetch(...request));
  Object.defineProperty(navigator, "locks", { value: createTestLocks(), configurable: true });
  await import("../worker/service-worker.ts");
  const listener = testBrowser.state.events.get("message") as unknown as MessageListener;
  testBrowser.state.sendMessage = async (message) => await listener(message, OWN_PAGE);
}

type MessageListener = (message: unknown, sender: typeof OWN_PAGE) => Promise<Reply>;
