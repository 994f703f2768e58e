import { readStore } from "../../browser/database.ts";
import { expect, test } from "../../browser/test.ts";
import { SANDBOX_KEY } from "../../sandbox/start-sandbox.ts";

const URL = "https://www.linkedin.com/in/mara-lindqvist-5b81/";

test("LinkedIn's page sees nothing of the extension or its key", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.visit(URL);
  const globalsBefore = await page.evaluate(() => Object.getOwnPropertyNames(window).sort());
  const requestsBefore = [...sandbox.pages.requests];
  const popup = await connectedApp.clickToolbar(page);
  await popup.getByLabel("Name", { exact: true }).waitFor();

  const seen = await page.evaluate(async (id) => {
    const probe = await fetch(`chrome-extension://${id}/manifest.json`).then(
      () => "readable",
      () => "refused",
    );
    return {
      probe,
      runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
      html: document.documentElement.outerHTML,
      stored: JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
      globals: Object.getOwnPropertyNames(window).sort(),
    };
  }, connectedApp.extensionId());
  expect(seen).toMatchObject({ probe: "refused", runtime: "undefined", stored: "{}" });
  expect(seen.globals).toEqual(globalsBefore);
  expect(seen.html).not.toContain("chrome-extension://");
  expect(seen.html).not.toContain(SANDBOX_KEY);
  expect(sandbox.pages.requests).toEqual(requestsBefore);
});

test("a content script can neither read storage nor send messages", async ({ connectedApp }) => {
  const page = await connectedApp.visit(URL);
  await connectedApp.clickToolbar(page);
  const worker = await connectedApp.worker();
  const outcome = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const storage = await chrome.storage.local.get(null).then(
          (all) => JSON.stringify(all),
          () => "refused",
        );
        const ask = (message: unknown) => chrome.runtime.sendMessage(message);
        return {
          storage,
          // The page's own databases: the key and the saves are in one of the extension's origin.
          databases: (await indexedDB.databases()).map(({ name }) => name),
          connection: await ask({ type: "connection.get", request: {} }),
          removal: await ask({ type: "connection.remove", request: {} }),
        };
      },
    });
    return frame?.result;
  });
  expect(outcome).toEqual({
    storage: "refused",
    databases: [],
    connection: { error: "refused_sender" },
    removal: { error: "refused_sender" },
  });
  const options = await connectedApp.openOptions();
  // It is there: it is only out of reach.
  expect(JSON.stringify(await readStore(options, "connection"))).toContain(SANDBOX_KEY);
  expect(JSON.stringify(await options.evaluate(() => chrome.storage.local.get(null)))).not.toContain(
    SANDBOX_KEY,
  );
  const still = await options.evaluate(() =>
    chrome.runtime.sendMessage({ type: "connection.get", request: {} }),
  );
  expect(still).toMatchObject({ answer: { state: "connected" } });
});

const BAD_MESSAGES: unknown[] = [
  null,
  "connection.get",
  {},
  { type: "connection.get" },
  { type: "toString", request: {} },
  { type: "no.such", request: {} },
  { type: "connection.connect", request: { key: 7 } },
  { type: "save.accept", request: { draft: { name: "", linkedinUrl: "https://www.linkedin.com/in/x" } } },
  { type: "save.accept", request: { draft: { name: "X", linkedinUrl: "https://evil.example/in/x" } } },
];

test("bad messages are refused, and nothing is sent for them", async ({ connectedApp, sandbox }) => {
  const options = await connectedApp.openOptions();
  for (const message of BAD_MESSAGES) {
    const reply = await options.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
    expect(reply, JSON.stringify(message)).toEqual({ error: "bad_message" });
  }
  expect(sandbox.log.entries).toEqual([]);
});

test("no answer to a page of the extension holds the key", async ({ connectedApp }) => {
  const options = await connectedApp.openOptions();
  const reply = await options.evaluate(() =>
    chrome.runtime.sendMessage({ type: "connection.get", request: {} }),
  );
  expect(JSON.stringify(reply)).toContain("-key");
  expect(JSON.stringify(reply)).not.toContain(SANDBOX_KEY);
  expect(await options.content()).not.toContain(SANDBOX_KEY);
});
