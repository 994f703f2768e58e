/** The worker whole, as the browser starts it: only the browser and the network are played. */
import { beforeEach, expect, test, vi } from "vitest";
import type { SaveDraft } from "../model/save.ts";
import type { Reply } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";
import { readSave } from "../storage/saves.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { createTestLocks } from "../testing/test-locks.ts";
import { QUEUE_ALARM } from "./queue/wake-up.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));
// Its address is what the worker imports; here it would run.
vi.mock("../capture/injected.ts?script&iife", () => ({ default: "injected.js" }));

const own = { id: "abcdefghijklmnop", url: "chrome-extension://abcdefghijklmnop/src/popup/popup.html" };
const draft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/ada",
  name: "Ada Lovelace",
  role: "candidate",
  jobs: [],
};
const stardex = vi.fn<typeof fetch>();
const answers = (data: unknown, status = 200) =>
  stardex.mockImplementation(async () => Response.json({ success: true, data }, { status }));
/** Nobody is in Stardex; a creation is answered as told. */
const createsWith = (answer: () => Promise<Response>) =>
  stardex.mockImplementation(async (url) =>
    String(url).endsWith("/search") ? Response.json({ success: true, data: [] }) : await answer(),
  );

async function workspace(): Promise<string> {
  const connection = await send("connection.get", {});
  return connection.state === "connected" ? connection.workspace : "";
}

type Listener = (...args: unknown[]) => unknown;
const listener = (name: string) => testBrowser.state.events.get(name) as unknown as Listener;

beforeEach(async () => {
  testBrowser.reset();
  testBrowser.state.events.clear();
  testBrowser.state.sendMessage = async (message) => (await listener("message")(message, own)) as Reply;
  vi.stubGlobal("navigator", { locks: createTestLocks(), onLine: true });
  vi.stubGlobal("fetch", stardex.mockReset());
  vi.resetModules();
  await import("./service-worker.ts");
});

test("listeners are there as soon as the file has run, and storage is closed", () => {
  expect([...testBrowser.state.events.keys()].sort()).toEqual([
    "access given",
    "access taken",
    "alarm",
    "clicked",
    "command",
    "installed",
    "menu",
    "message",
    "startup",
    "tab activated",
    "tab removed",
    "tab updated",
  ]);
  expect(testBrowser.state.accessLevel).toBe("TRUSTED_CONTEXTS");
});

test("the three first steps open after the installation, not after an update", async () => {
  await listener("installed")({ reason: "update" });
  expect(testBrowser.state.tabs).toEqual([]);
  await listener("installed")({ reason: "install" });
  expect(testBrowser.state.tabs).toEqual([expect.stringContaining("/src/onboarding/onboarding.html")]);
});

test("connect, save, and the person is sent once with enrichment under the key", async () => {
  answers([]);
  expect(await send("connection.connect", { key: "ats-abcd1234" })).toMatchObject({ ok: true });
  createsWith(async () => Response.json({ success: true, data: { id: "p-1" } }, { status: 201 }));
  const answer = await send("save.accept", { draft, workspace: await workspace() });
  const id = answer.ok ? answer.id : "";
  await vi.waitFor(async () =>
    expect(await readSave(id)).toMatchObject({ state: "saved", outcome: { personId: "p-1" } }),
  );
  const [url, request] = stardex.mock.lastCall ?? [];
  expect(url).toBe("https://api.stardex.ai/v1/persons");
  expect(request).toMatchObject({
    method: "POST",
    credentials: "omit",
    redirect: "error",
    headers: { authorization: "Bearer ats-abcd1234" },
  });
  expect(JSON.parse(String(request?.body))).toEqual({
    name: "Ada Lovelace",
    linkedin_url: "https://www.linkedin.com/in/ada",
    enrich_record: true,
  });
  // The key; is the person there, by address, surname and first name; the save.
  expect(stardex).toHaveBeenCalledTimes(5);
});

test("a worker that is started by the alarm goes on with what another left", async () => {
  answers([]);
  await send("connection.connect", { key: "ats-abcd1234" });
  createsWith(() => new Promise(() => undefined));
  const answer = await send("save.accept", { draft, workspace: await workspace() });
  const id = answer.ok ? answer.id : "";
  await vi.waitFor(async () => expect(await readSave(id)).toMatchObject({ state: "sending" }));

  vi.stubGlobal("navigator", { locks: createTestLocks(), onLine: true });
  vi.resetModules();
  await import("./service-worker.ts");
  await listener("alarm")({ name: QUEUE_ALARM });
  expect(await readSave(id)).toMatchObject({ state: "in_doubt" });
});

const match = { linkedinUrl: draft.linkedinUrl, name: draft.name, companyName: null };

test("who was looked up is saved without asking again, and is known afterwards without a call", async () => {
  answers([]);
  await send("connection.connect", { key: "ats-abcd1234" });
  expect(await send("person.match", match)).toMatchObject({ ok: true, match: { state: "new" } });
  createsWith(async () => Response.json({ success: true, data: { id: "p-1" } }, { status: 201 }));
  await send("save.accept", { draft, workspace: await workspace() });
  await vi.waitFor(async () =>
    expect(await send("person.match", match)).toMatchObject({ match: { state: "known" } }),
  );
  expect(stardex.mock.calls.map(([url]) => new URL(String(url)).pathname)).toEqual([
    "/v1/jobs/search",
    "/v1/persons/search",
    "/v1/persons/search",
    "/v1/persons/search",
    "/v1/persons",
  ]);
});

test("below ten calls left there is no look-up, and a save still goes out", async () => {
  answers([]);
  await send("connection.connect", { key: "ats-abcd1234" });
  const reset = String(Math.ceil(Date.now() / 1000) + 30);
  const headers = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "9", "x-ratelimit-reset": reset };
  stardex.mockImplementation(async () => Response.json({ success: true, data: [] }, { headers }));
  await send("companies.search", { text: "" });
  expect(await send("person.match", match)).toEqual({ ok: true, match: null });
  const question = { employers: [{ name: "Acme", url: null }], jobs: [], isPersonMarked: null };
  expect(await send("person.checks", question)).toEqual({
    ok: true,
    check: { findings: [], notChecked: [{ employer: "Acme", why: "limit" }] },
  });
  const closed = { ok: false, problem: { kind: "rate_limited" } };
  expect(await send("jobs.search", { text: "cfo" })).toEqual(closed);
  expect(await send("lists.search", { text: "cfo" })).toEqual(closed);
  expect(stardex).toHaveBeenCalledTimes(2);
  await send("save.accept", { draft, workspace: await workspace() });
  await vi.waitFor(() => expect(stardex.mock.lastCall?.[0]).toMatch(/\/v1\/persons$/));
});

test("a key that Stardex refuses is not kept", async () => {
  stardex.mockImplementation(async () =>
    Response.json({ success: false, error: { message: "no" } }, { status: 401 }),
  );
  expect(await send("connection.connect", { key: "ats-bad" })).toEqual({
    ok: false,
    problem: { kind: "unauthorized", status: 401, message: "no" },
  });
  expect(await send("connection.get", {})).toEqual({ state: "not_connected" });
});
