/** Those who want the key, the saves, or a say in what is sent: a page, a script in it, another extension, an answer. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { protocol } from "../../../src/protocol/messages.ts";
import { accept, ask, recent } from "../../browser/ask.ts";
import { extensionIdOf, readManifest } from "../../browser/chromium/extension-id.ts";
import { everyMessage } from "../../browser/every-message.ts";
import { formOf, savedIn } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { launch, type TestBrowser } from "../../browser/launch.ts";
import { draftOf } from "../../browser/saves.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY, type Sandbox } from "../../sandbox/start-sandbox.ts";

const profile = invented("sdui-with-experience");
const popupPage = readManifest("dist").action.default_popup;

/** All that is stored, as our own pages see it. */
async function stored(app: TestBrowser): Promise<unknown> {
  const page = await app.openOptions();
  const all = await page.evaluate(() => chrome.storage.local.get(null));
  await page.close();
  return all;
}

/** All that the popup asks by itself is answered. */
async function lookedUp(popup: Page, sandbox: Sandbox): Promise<void> {
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  await expect(popup.getByText(words("match_new")).first()).toBeVisible();
  // The employer comes last.
  await sandbox.log.waitForAnswer(({ path }) => path === "/v1/companies/search");
}

test("every message that is refused to strangers works for our own pages", async ({ connectedApp }) => {
  const options = await connectedApp.openOptions();
  for (const message of everyMessage(connectedApp.extensionId())) {
    const reply = await options.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
    // Else the attacks below would be refused for being malformed, which proves nothing.
    expect(reply, message.type).toHaveProperty("answer");
  }
});

test("a page reaches nothing by any message, event or frame", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.visit(profile.url);
  await lookedUp(await connectedApp.clickToolbar(page), sandbox);
  const before = await stored(connectedApp);
  sandbox.log.clear();
  const id = connectedApp.extensionId();
  const outcome = await page.evaluate(
    async ({ id, messages, popupPage }) => {
      const answers: unknown[] = [];
      addEventListener("message", ({ data }) => data?.answer && answers.push(data));
      for (const message of messages) {
        postMessage(message, "*");
        document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
        dispatchEvent(new CustomEvent(message.type, { detail: message }));
      }
      const frame = document.createElement("iframe");
      frame.src = `chrome-extension://${id}/${popupPage}`;
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.body.append(frame);
      await loaded;
      frame.contentWindow?.postMessage(messages[0], "*");
      const opened = window.open(`chrome-extension://${id}/${popupPage}`);
      const runtime = (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime;
      return { answers, runtime: typeof runtime, opened: opened?.location.href ?? null };
    },
    { id, messages: everyMessage(id), popupPage },
  );
  expect(outcome.answers).toEqual([]);
  expect(outcome.runtime).toBe("undefined");
  expect(outcome.opened === null || outcome.opened === "about:blank").toBe(true);
  const framed = page.frames().find((frame) => frame.url().includes(id));
  expect(framed && (await framed.locator("#root").count())).toBeFalsy();
  expect(await stored(connectedApp)).toEqual(before);
  expect(sandbox.log.entries).toEqual([]);
});

test("a content script is refused every message, whoever it says it is", async ({
  connectedApp,
  sandbox,
}) => {
  await lookedUp(await connectedApp.clickToolbar(await connectedApp.visit(profile.url)), sandbox);
  const before = await stored(connectedApp);
  sandbox.log.clear();
  const messages = everyMessage(connectedApp.extensionId());
  const worker = await connectedApp.worker();
  const replies = await worker.evaluate(async (messages) => {
    const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: (all) => Promise.all(all.map((message) => chrome.runtime.sendMessage(message))),
      args: [messages],
    });
    return frame?.result;
  }, messages);
  expect(replies).toEqual(messages.map(() => ({ error: "refused_sender" })));
  expect(await stored(connectedApp)).toEqual(before);
  expect(sandbox.log.entries).toEqual([]);
});

test("another extension with every permission gets no answer, no file and no page of ours", async ({
  sandbox,
}) => {
  const stranger = test.info().outputPath("stranger");
  writeStranger(stranger);
  const app = await launch({ sandbox, otherExtensions: [stranger] });
  try {
    await app.connect();
    const before = await stored(app);
    sandbox.log.clear();
    await app.openOptions();
    const page = await app.context.newPage();
    await page.goto(`chrome-extension://${extensionIdOf(stranger)}/page.html`);
    const id = app.extensionId();
    const outcome = await page.evaluate(
      async ({ id, messages }) => {
        const told = (call: Promise<unknown>) =>
          call.then(
            (answer) => `answered ${JSON.stringify(answer)}`,
            () => "refused",
          );
        const results: string[] = [];
        for (const message of messages) results.push(await told(chrome.runtime.sendMessage(id, message)));
        const port = chrome.runtime.connect(id);
        const closed = new Promise<string>((resolve) => {
          port.onMessage.addListener((answer) => resolve(`answered ${JSON.stringify(answer)}`));
          port.onDisconnect.addListener(() => resolve("refused"));
        });
        results.push(await closed);
        results.push(await told(fetch(`chrome-extension://${id}/manifest.json`)));
        for (const tab of await chrome.tabs.query({})) {
          if (!tab.url?.startsWith(`chrome-extension://${id}/`)) continue;
          const target = { tabId: tab.id ?? -1 };
          const func = () => document.documentElement.outerHTML;
          results.push(await told(chrome.scripting.executeScript({ target, func })));
        }
        return results;
      },
      { id, messages: everyMessage(id) },
    );
    // Its own pages, messages, port, file and at least one tab of ours were tried.
    expect(outcome.length).toBeGreaterThanOrEqual(Object.keys(protocol).length + 3);
    expect(outcome.filter((one) => one !== "refused")).toEqual([]);
    expect(await stored(app)).toEqual(before);
    expect(sandbox.log.entries).toEqual([]);
  } finally {
    await app.close();
  }
});

function writeStranger(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Stranger",
    version: "1.0",
    permissions: ["tabs", "scripting", "storage"],
    host_permissions: ["<all_urls>"],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "page.html"), "<!doctype html><title>Stranger</title>");
}

const MARKUP = `<img src=x onerror="globalThis.owned=1"><script>globalThis.owned=1</script><b>Mara</b> Lindqvist`;

/** What each text of the page is replaced with. */
const HOSTILE: [what: string, text: (plain: string) => string][] = [
  ["markup", (plain) => `${MARKUP} &lt;svg onload=globalThis.owned=1&gt; ${plain}`],
  ["a script URL turned around", (plain) => `javascript:globalThis.owned=1//\u202e\u2067${plain}\u202d`],
];

const TEXTS = [
  "Mara Lindqvist",
  "Head of Supply Chain",
  "Brightwater Foods",
  "Gothenburg, Västra Götaland County, Sweden",
];

for (const [what, hostile] of HOSTILE) {
  test(`a profile whose every text is ${what} is read as text, if at all`, async ({
    connectedApp,
    sandbox,
  }) => {
    sandbox.pages.serve(profile.url, withTexts(profile.html, hostile));
    const page = await connectedApp.visit(profile.url);
    const popup = await connectedApp.clickToolbar(page);
    await expect(formOf(popup).name).toBeVisible();
    await expectNoMarkup(popup);
    for (const field of await popup.locator("input").all()) {
      const value = await field.inputValue();
      expect(value).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
    if ((await formOf(popup).name.inputValue()) === "") await formOf(popup).name.fill("Mara");
    await formOf(popup).save.click();
    await expect(savedIn(popup)).toBeVisible();
    await expectNoMarkup(popup);
    expect(await page.evaluate(() => (globalThis as { owned?: unknown }).owned)).toBeUndefined();
  });
}

function withTexts(html: string, hostile: (plain: string) => string): string {
  return TEXTS.reduce((page, plain) => page.replaceAll(plain, escaped(hostile(plain))), html);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

async function expectNoMarkup(page: Page): Promise<void> {
  await expect(
    page.locator("body :is(img, script, iframe, object, embed, a[href^='javascript' i])"),
  ).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as { owned?: unknown }).owned)).toBeUndefined();
}

const PROTO = `{"polluted":true}`;

/** Answers to any call that are not what the reference says. */
const ANSWERS: [what: string, body: string][] = [
  [
    "wrong types",
    `{"success":true,"data":[{"id":7,"name":{"a":[]},"location":3},null,"x",{"id":{},"name":"N"}]}`,
  ],
  ["data that is text", `{"success":true,"data":"yes"}`],
  ["data that is a number", `{"success":true,"data":1e999}`],
  [
    "extra keys",
    `{"success":true,"data":[{"id":"a","name":"N","constructor":1,"__v":2,"toString":null}],"key":"x"}`,
  ],
  [
    "__proto__",
    `{"success":true,"__proto__":${PROTO},"data":[{"id":"a","name":"N","__proto__":${PROTO}}],"constructor":{"prototype":${PROTO}}}`,
  ],
  ["ten megabytes", `{"success":true,"data":[{"id":"a","name":"${"N".repeat(10 * 1024 * 1024)}"}]}`],
  ["a hundred thousand brackets", "[".repeat(100_000) + "]".repeat(100_000)],
  ["null", "null"],
  ["a list", "[]"],
  ["markup", `"<script>globalThis.owned=1</script>"`],
];

test("no answer of Stardex, whatever it is, breaks anything, and no save is lost in it", async ({
  connectedApp,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const options = await connectedApp.openOptions();
  for (const [n, [what, body]] of ANSWERS.entries()) {
    await test.step(`an answer of ${what}`, async () => {
      sandbox.faults.add({ path: "/v1/jobs/search", times: 2, fault: { kind: "raw", status: 200, body } });
      sandbox.faults.add({
        method: "POST",
        path: "/v1/persons",
        fault: { kind: "raw", status: 201, body, stored: true },
      });
      // Other words each time: an answer is remembered.
      expect(await ask(options, "jobs.search", { text: `head ${n}` })).toHaveProperty("ok");
      expect(await ask(options, "connection.connect", { key: SANDBOX_KEY })).toHaveProperty("ok");
      const draft = draftOf(`mara-lindqvist-${n}`);
      await accept(options, draft);
      const stateNow = async () => (await recent(options))[0]?.state;
      await expect.poll(stateNow, { timeout: 30_000 }).toBe("saved");
      expect(sandbox.store.persons.filter(({ name }) => name === draft.name)).toHaveLength(1);
      expect(await ask(options, "connection.get", {})).toMatchObject({ state: "connected" });
      const worker = await connectedApp.worker();
      expect(await worker.evaluate(() => ({}) as object)).not.toHaveProperty("polluted");
    });
  }
});

test("a job whose every text is markup is shown as text", async ({ connectedApp, sandbox }) => {
  const row = { id: "a", name: MARKUP, client_company_name: MARKUP, location: MARKUP, candidate_count: 1 };
  sandbox.faults.add({
    path: "/v1/jobs/search",
    times: 9,
    fault: { kind: "raw", status: 200, body: JSON.stringify({ success: true, data: [row] }) },
  });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(profile.url));
  await popup.getByRole("combobox", { name: words("field_job") }).click();
  await expect(popup.getByRole("option").filter({ hasText: "onerror=" })).toBeVisible();
  await expectNoMarkup(popup);
});

test("an answer that leads elsewhere takes the key nowhere", async ({ connectedApp, sandbox }) => {
  const options = await connectedApp.openOptions();
  const elsewhere = "https://api.stardex.ai.evil.example/v1/jobs/search";
  for (const status of [301, 302, 307, 308]) {
    const fault = { kind: "raw", status, body: "{}", headers: { location: elsewhere } } as const;
    sandbox.faults.add({ path: "/v1/jobs/search", fault });
    const reply = await options.evaluate(
      (text) => chrome.runtime.sendMessage({ type: "jobs.search", request: { text } }),
      `words ${status}`,
    );
    expect(reply).toMatchObject({ answer: { ok: false } });
  }
  expect(sandbox.log.of("POST", "/v1/jobs/search")).toHaveLength(4);
  expect(sandbox.pages.requests.filter((url) => url.includes("evil.example"))).toEqual([]);
});

test("our own pages run no script but ours and reach nobody but Stardex", async ({
  connectedApp,
  sandbox,
}) => {
  const options = await connectedApp.openOptions();
  const outcome = await options.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.owned = 1";
    const remote = document.createElement("script");
    remote.src = "https://evil.example/owned.js";
    const picture = document.createElement("img");
    picture.src = "https://evil.example/picture.png";
    const refused = [remote, picture].map(
      (one) => new Promise((resolve) => one.addEventListener("error", resolve)),
    );
    document.body.append(script, remote, picture);
    await Promise.all(refused);
    const call = (url: string) =>
      fetch(url).then(
        () => "answered",
        () => "refused",
      );
    return {
      owned: (globalThis as { owned?: unknown }).owned,
      linkedin: await call("https://www.linkedin.com/in/mara-lindqvist-5b81/"),
      evil: await call("https://evil.example/"),
      stardex: await call("https://api.stardex.ai/v1/jobs"),
    };
  });
  expect(outcome).toEqual({ linkedin: "refused", evil: "refused", stardex: "answered" });
  expect(sandbox.pages.requests).toEqual([]);
});

for (const host of [
  "www.linkedin.com.evil.example",
  "wwwlinkedin-com.example",
  "linkedin.com@evil.example",
  "www.xn--linkedn-cfb.example",
]) {
  test(`a page of ${host} is nobody's profile`, async ({ connectedApp, sandbox }) => {
    const address = `https://${host}/in/mara-lindqvist-5b81/`;
    sandbox.pages.serve(address, profile.html);
    const page = await connectedApp.visit(address);
    await expect(page.getByRole("heading", { name: "Mara Lindqvist" }).first()).toBeVisible();
    const popup = await connectedApp.clickToolbar(page);
    await expect(popup.getByText(words("not_a_profile_title"))).toBeVisible();
    await expect(formOf(popup).save).toHaveCount(0);
  });
}

test("the key is in no line of any console, whatever goes wrong", async ({ connectedApp, sandbox }) => {
  const lines: string[] = [];
  const worker = await connectedApp.worker();
  worker.on("console", (line) => lines.push(line.text()));
  connectedApp.context.on("console", (line) => lines.push(line.text()));
  connectedApp.context.on("weberror", (error) => lines.push(String(error.error().stack)));
  const options = await connectedApp.openOptions();
  await options.evaluate(() => console.log("listening"));
  await worker.evaluate(() => console.log("listening"));
  for (const fault of [
    { kind: "drop_before_storing" },
    { kind: "html", status: 502 },
    { kind: "status", status: 401, envelope: "A", message: `The key ${SANDBOX_KEY} is not known` },
  ] as const) {
    sandbox.faults.add({ path: "/v1/jobs/search", fault });
    await options.evaluate(
      (key) => chrome.runtime.sendMessage({ type: "connection.connect", request: { key } }),
      SANDBOX_KEY,
    );
  }
  await expect.poll(() => lines.filter((line) => line === "listening").length).toBeGreaterThanOrEqual(2);
  expect(lines.filter((line) => line.includes(SANDBOX_KEY))).toEqual([]);
});
