import { beforeEach, expect, test, vi } from "vitest";
import type { Menus, Tabs } from "webextension-polyfill";
import { takeSelection } from "../../storage/selection.ts";
import { job } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, storedConnection } from "../key/connection.ts";
import { rememberJobs } from "../lookups/remembered-jobs.ts";
import { buildMenus, runMenuItem } from "./menus.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const stage = { id: "second", name: "Contacted" };
const trigger = vi.fn(async () => undefined);
const openForm = vi.fn(async () => undefined);
const openPanel = vi.fn(async () => undefined);
const tab = { id: 7, url: "https://www.linkedin.com/in/mara" } as Tabs.Tab;
const choose = (info: Partial<Menus.OnClickData>) =>
  runMenuItem(info as Menus.OnClickData, tab, { trigger, openForm, openPanel });

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  trigger.mockClear();
  openForm.mockClear();
  await connect("ats-key", async () => undefined);
});

async function remember(ids: string[]) {
  const workspace = (await storedConnection())?.workspace ?? "";
  for (const id of ids) {
    const clientCompanyName = id === "4" ? "Nord & Vale" : null;
    await rememberJobs(workspace, [{ job: { ...job(id), name: `R&D ${id}`, clientCompanyName }, stage }]);
  }
}

const titles = () => testBrowser.state.menus.map(({ title }) => title);

test("the last three jobs are offered with their clients, an & as a character; built again, each item is there once", async () => {
  await remember(["1", "2", "3", "4"]);
  await Promise.all([buildMenus(), buildMenus()]);
  expect(titles()).toEqual([
    "Save to Stardex",
    "Save to Stardex and add to R&&D 4 · Nord && Vale",
    "Save to Stardex and add to R&&D 3",
    "Save to Stardex and add to R&&D 2",
    "Open the form",
    "Open beside the page",
    "Save this person to Stardex",
    "Log in Stardex",
  ]);
});

test("each item does what it says", async () => {
  await remember(["1", "2"]);
  await choose({ menuItemId: "save" });
  expect(trigger).toHaveBeenLastCalledWith(tab, {});
  await choose({ menuItemId: "job:2" });
  expect(trigger).toHaveBeenLastCalledWith(tab, {
    job: { job: expect.objectContaining({ id: "2" }), stage },
  });
  await choose({ menuItemId: "job:1" });
  expect(trigger).toHaveBeenLastCalledWith(tab, { job: { job: expect.objectContaining({ id: "1" }) } });
  await choose({ menuItemId: "link", linkUrl: "https://www.linkedin.com/in/ada" });
  expect(trigger).toHaveBeenLastCalledWith(tab, { link: "https://www.linkedin.com/in/ada" });
  expect(openForm).not.toHaveBeenCalled();
  await choose({ menuItemId: "form" });
  expect(openForm).toHaveBeenLastCalledWith(7);
});

test("the panel is opened before anything is awaited: later the browser refuses it", () => {
  void choose({ menuItemId: "panel" });
  expect(openPanel).toHaveBeenCalledWith(7);
});

test("a job that is remembered no more opens the form instead", async () => {
  await choose({ menuItemId: "job:9" });
  expect(trigger).not.toHaveBeenCalled();
  expect(openForm).toHaveBeenCalledWith(7);
});

test("selected text goes to a page of its own, and in no address", async () => {
  await runMenuItem({ menuItemId: "log", selectionText: "Free from May" } as Menus.OnClickData, undefined, {
    trigger,
    openForm,
    openPanel,
  });
  const [address = ""] = testBrowser.state.windows;
  expect(address).toMatch(/\/src\/log\/log\.html#[\w-]+$/);
  expect(await takeSelection(address.slice(address.indexOf("#") + 1))).toBe("Free from May");
});

test("where the firm turned the memory off, nothing is offered for selected text", async () => {
  testBrowser.state.policy = { teamMemory: false };
  await buildMenus();
  expect(titles()).not.toContain("Log in Stardex");
});
