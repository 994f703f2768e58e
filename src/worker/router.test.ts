import * as fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import type { SaveDraft } from "../model/save.ts";
import { SendError, send } from "../protocol/send.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { createRouter, type Handlers } from "./router.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const own = { id: "abcdefghijklmnop", url: "chrome-extension://abcdefghijklmnop/src/popup/popup.html" };

const handlers: Handlers = {
  "connection.get": async () => ({ state: "not_connected" }),
  "connection.connect": async () => ({ ok: false, problem: { kind: "unauthorized" } }),
  "connection.check": async () => ({ ok: false, problem: { kind: "not_connected" } }),
  "connection.remove": async () => ({ state: "not_connected" }),
  "save.accept": async ({ draft }) => ({ ok: true, id: draft.name }),
  "save.retry": async () => ({ ok: true }),
  "save.pending": async () => ({ save: null }),
  "save.hold": async () => ({ ok: true }),
  "save.undo": async () => ({ ok: true }),
  "save.discard": async () => {
    throw new Error("disk");
  },
  "workspace.others": async () => ({ workspaces: [] }),
  "workspace.adopt": async () => ({ ok: true }),
  "workspace.discard": async () => ({ ok: true }),
  "jobs.search": async () => ({ ok: true, jobs: [] }),
  "save.settle": async () => ({ ok: true }),
  "saves.discard_broken": async () => ({ ok: true }),
  "person.match": async () => ({ ok: true, match: null }),
  "person.checks": async () => ({ ok: true, check: { findings: [], notChecked: [] } }),
  "jobs.remembered": async () => ({ pinned: [], recent: [], last: null }),
  "jobs.pin": async () => ({ pinned: [], recent: [], last: null }),
  "jobs.stages": async () => ({ ok: true, isOpen: true, stages: [], lastStageId: null }),
  "companies.search": async () => ({ ok: true, companies: [] }),

  "lists.search": async () => ({ ok: true, lists: [] }),
  "batch.start": async () => ({ ok: true, id: "b" }),
  "batch.change": async () => ({ ok: true }),
  "batch.forget": async () => ({ ok: true }),
  "tray.remove": async () => ({ ok: true }),
  "memory.timeline": async () => ({ ok: true, activities: null }),
  "memory.stage_since": async () => ({ ok: true, since: null }),
  "memory.activity_types": async () => ({ ok: true, types: [] }),
  "memory.team": async () => ({ ok: true, members: [] }),
  "memory.fields": async () => ({ ok: true, fields: [] }),
  "jobs.mine": async () => ({ ok: true, jobs: [] }),
  "people.at_company": async () => ({ ok: true, people: [], isComplete: true }),
  "people.by_name": async () => ({ ok: true, people: [] }),
  "touch.accept": async ({ draft }) => ({ ok: true, id: draft.name }),
  "data.forget": async () => ({}),
  "queue.wake": async () => ({}),
};
const route = createRouter(handlers);

beforeEach(() => {
  testBrowser.state.sendMessage = (message) => route(message, own);
});

test("a page asks and is answered", async () => {
  expect(await send("connection.get", {})).toEqual({ state: "not_connected" });
  const linkedinUrl = "https://www.linkedin.com/in/ada";
  const draft: SaveDraft = { linkedinUrl, name: "  Ada  ", role: "candidate", jobs: [] };
  expect(await send("save.accept", { draft, workspace: "w" })).toEqual({ ok: true, id: "Ada" });
});

test("who is not one of our pages is refused, whatever it says", async () => {
  const script = { id: own.id, url: "https://www.linkedin.com/in/ada" };
  expect(await route({ type: "connection.get", request: {} }, script)).toEqual({ error: "refused_sender" });
  expect(await route(null, {})).toEqual({ error: "refused_sender" });
});

test.each([
  [null],
  ["connection.get"],
  [{ type: "toString", request: {} }],
  [{ type: "__proto__", request: {} }],
  [{ type: "save.accept", request: { draft: { name: "Ada", linkedinUrl: "https://evil.example/in/ada" } } }],
  [
    {
      type: "save.accept",
      request: { draft: { name: "  ", linkedinUrl: "https://www.linkedin.com/in/ada" } },
    },
  ],
  [{ type: "save.discard" }],
])("a bad message is answered as such: %j", async (message) => {
  expect(await route(message, own)).toEqual({ error: "bad_message" });
});

test("no message makes it throw", async () => {
  const type = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(handlers)));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.anything(), fc.record({ type, request: fc.anything() })),
      async (message) => {
        vi.spyOn(console, "error").mockReturnValue();
        expect(await route(message, own)).toBeTypeOf("object");
      },
    ),
  );
});

test("a handler that fails is an answer too", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await expect(send("save.discard", { id: "a" })).rejects.toEqual(new SendError("failed"));
});

test.each([
  ["Extension context invalidated.", "extension_gone"],
  ["Could not establish connection. Receiving end does not exist.", "extension_gone"],
  ["The message port closed before a response was received.", "no_answer"],
])("a worker that is gone is a named error: %s", async (message, kind) => {
  testBrowser.state.sendMessage = () => Promise.reject(new Error(message));
  await expect(send("queue.wake", {})).rejects.toMatchObject({ name: "SendError", kind });
});

test("no answer, and an answer that is not one, are named errors", async () => {
  testBrowser.state.sendMessage = async () => undefined;
  await expect(send("queue.wake", {})).rejects.toMatchObject({ kind: "no_answer" });
  testBrowser.state.sendMessage = async () => ({ answer: { state: "odd" } });
  await expect(send("connection.get", {})).rejects.toMatchObject({ kind: "failed" });
});
