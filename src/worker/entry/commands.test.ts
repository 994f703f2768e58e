import { expect, test, vi } from "vitest";
import type { Tabs } from "webextension-polyfill";
import manifest from "../../../manifest.json" with { type: "json" };
import { runCommand } from "./commands.ts";

const tab = { id: 7, url: "https://www.linkedin.com/in/mara" } as Tabs.Tab;

/** What a shortcut does, in the order of the calls. */
async function doneBy(command: string, where: Tabs.Tab | undefined = tab) {
  const done: unknown[][] = [];
  const ways = {
    trigger: vi.fn(async (one: Tabs.Tab) => done.push(["trigger", one.id])),
    openForm: vi.fn(async (id: number) => done.push(["openForm", id])),
    openPanel: vi.fn(async (id: number) => done.push(["openPanel", id])),
  };
  await runCommand(command, where, ways);
  return done;
}

const own = Object.keys(manifest.commands).filter((name) => name !== "_execute_action");

test("each shortcut does one thing, in the tab in view", async () => {
  expect(await doneBy("save-profile")).toEqual([["trigger", 7]]);
  expect(await doneBy("open-form")).toEqual([["openForm", 7]]);
  expect(await doneBy("open-panel")).toEqual([["openPanel", 7]]);
});

test.each(own)("%s of the manifest is carried out", async (name) => {
  expect(await doneBy(name)).toHaveLength(1);
});

test("the panel is opened before anything is awaited: later the browser refuses it", () => {
  const openPanel = vi.fn(async () => undefined);
  void runCommand("open-panel", tab, { trigger: vi.fn(), openForm: vi.fn(), openPanel });
  expect(openPanel).toHaveBeenCalledWith(7);
});

test("without a tab in view, and for a command that is none, nothing is done", async () => {
  await runCommand("save-profile", undefined, {
    trigger: () => Promise.reject(new Error("no tab")),
    openForm: vi.fn(),
    openPanel: vi.fn(),
  });
  expect(await doneBy("save-everything")).toEqual([]);
});

test("the browser takes four suggested keys at most, each once", () => {
  const keys = Object.values(manifest.commands).map(({ suggested_key }) => suggested_key.default);
  expect(keys).toEqual([...new Set(keys)]);
  expect(keys.length).toBeLessThanOrEqual(4);
});
