import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser, { type Tabs } from "webextension-polyfill";
import type { TabReading } from "../../capture/read-tab.ts";
import type { ProfileReading } from "../../linkedin/reading.ts";
import type { SaveDraft } from "../../model/save.ts";
import { settings } from "../../settings/settings.ts";
import { tabState } from "../../storage/tab-state.ts";
import { readTray } from "../../storage/tray.ts";
import { job } from "../../testing/records.ts";
import { someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { passTime, useFakeTime } from "../../testing/time.ts";
import { connect, removeConnection, storedConnection } from "../key/connection.ts";
import { createSaveStore } from "../queue/store.ts";
import { createOneClick } from "./one-click.ts";
import { createTabButtons } from "./tab-buttons.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const MARA = "https://www.linkedin.com/in/mara-lindqvist";
const reading: ProfileReading = {
  result: "profile",
  layout: "sdui",
  publicId: "mara-lindqvist",
  linkedinUrl: MARA,
  name: { value: "Mara Lindqvist", source: "top card", sure: true },
  headline: null,
  currentJobTitle: null,
  companyName: null,
  location: null,
  currentRoles: [],
  emails: [],
  phones: [],
  sites: [],
  missing: {},
  titleSuggestions: [],
  isTranslated: false,
  companyUrl: null,
  warnings: [],
};

/** Every draft that was accepted, with its grace and the firm it is for. */
let accepted: { draft: SaveDraft; graceMs: number; workspace: string | null }[];
let readTab: (tabId: number, url: string | undefined) => Promise<TabReading>;
let linkName: string | null;

let store: ReturnType<typeof createSaveStore>;

function createParts() {
  store = createSaveStore(() => undefined);
  const queue = {
    async accept(draft: SaveDraft, workspace: string | null, graceMs = 0) {
      accepted.push({ draft, graceMs, workspace });
      const id = `s${accepted.length}`;
      const now = Date.now();
      const times = { createdAt: now, updatedAt: now, nextAttemptAt: now + graceMs };
      await store.addSave({ ...someSave(), id, draft, ...times }, null);
      return { ok: true as const, id };
    },
  };
  const buttons = createTabButtons({ now: Date.now, onNeedsUser: () => undefined });
  const oneClick = createOneClick({
    queue,
    buttons,
    readTab: (tabId, url) => readTab(tabId, url),
    readLinkName: async () => linkName,
    now: Date.now,
  });
  return { buttons, ...oneClick };
}

let parts: ReturnType<typeof createParts>;

const tabAt = (id: number): Tabs.Tab =>
  ({ id, url: testBrowser.state.openTabs.get(id), windowId: 1 }) as Partial<Tabs.Tab> as Tabs.Tab;
const click = (id = 1) => parts.trigger(tabAt(id), { isClick: true });
const button = (id = 1) => testBrowser.state.buttons.get(id);

async function go(id: number, url: string): Promise<void> {
  testBrowser.state.openTabs.set(id, url);
  await parts.buttons.tabMoved(id, url);
}

beforeEach(async () => {
  useFakeTime(1_000_000);
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  accepted = [];
  readTab = async () => reading;
  linkName = null;
  testBrowser.state.openTabs.set(1, `${MARA}/`);
  await connect("ats-key", async () => undefined);
  await settings.change({ toolbarMode: "save" });
  parts = createParts();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("without a key no page is read, and the button says what is missing", async () => {
  await removeConnection();
  const read = vi.fn(async () => reading);
  readTab = read;
  const clicked = click();
  await passTime(1000);
  await clicked;
  expect(read).not.toHaveBeenCalled();
  expect((await tabState(1))?.view).toMatchObject({ kind: "refused", reason: "no_key" });
});

test("with the tray, the shortcut collects and sends nothing; a click still saves", async () => {
  await settings.change({ collectInTray: true });
  await parts.trigger(tabAt(1));
  const { workspace = "" } = (await storedConnection()) ?? {};
  expect(await readTray(workspace)).toMatchObject([{ name: "Mara Lindqvist", linkedinUrl: MARA }]);
  expect(button()).toMatchObject({ badge: "+", title: expect.stringContaining("in the tray") });
  await parts.trigger(tabAt(1));
  expect(await readTray(workspace)).toHaveLength(1);
  expect(accepted).toEqual([]);
  await passTime(2500);
  await click();
  expect(accepted).toHaveLength(1);
});

test("a click writes the save with its grace, and the button counts", async () => {
  await click();
  expect(accepted).toMatchObject([{ draft: { name: "Mara Lindqvist", isOneClick: true }, graceMs: 5000 }]);
  expect(button()).toEqual({
    badge: "5",
    popup: "",
    title: "Mara Lindqvist is about to be saved. Click to undo.",
  });
  await passTime(1500);
  expect(button()).toMatchObject({ badge: "4", popup: "" });
  await passTime(600);
  expect(button()).toMatchObject({ badge: "3", popup: "popup.html" });
});

test("within two seconds a second click changes nothing, after that it opens the form", async () => {
  await Promise.all([click(), click(), click()]);
  await passTime(1900);
  await click();
  expect([accepted.length, testBrowser.state.formsOpened]).toEqual([1, 0]);
  await passTime(200);
  await click();
  expect([accepted.length, testBrowser.state.formsOpened]).toEqual([1, 1]);
});

test("who opens the form while the page is being read has not saved", async () => {
  let finish: (reading: TabReading) => void = () => undefined;
  readTab = () => new Promise((resolve) => (finish = resolve));
  const first = click();
  await passTime(2100);
  await click();
  expect(testBrowser.state.formsOpened).toBe(1);
  finish(reading);
  await first;
  expect(accepted).toEqual([]);
  expect(await tabState(1)).toBeNull();
});

test.each([
  ["another person", "https://www.linkedin.com/in/somebody-else"],
  ["another site", "https://example.com/"],
])("who moves on to %s before the page is read saves nobody", async (_name, url) => {
  readTab = async () => {
    await go(1, url);
    return reading;
  };
  await click();
  expect(accepted).toEqual([]);
  expect(button()).toMatchObject({ badge: "!", title: expect.stringContaining("The page changed") });
});

test("a key that is changed while the page is being read: the save is still the first firm's", async () => {
  const first = (await storedConnection())?.workspace;
  readTab = async () => {
    await connect("ats-other-key", async () => undefined);
    return reading;
  };
  await click();
  expect(accepted.map(({ workspace }) => workspace)).toEqual([first]);
});

test("a move that the browser has not told of yet saves nobody either", async () => {
  readTab = async () => {
    testBrowser.state.openTabs.set(1, "https://www.linkedin.com/in/somebody-else");
    return reading;
  };
  await click();
  expect(accepted).toEqual([]);
});

test("who goes away and comes back meanwhile saves nobody", async () => {
  readTab = async () => {
    await go(1, "https://www.linkedin.com/in/somebody-else");
    await go(1, `${MARA}/`);
    return { ...reading, linkedinUrl: "https://www.linkedin.com/in/somebody-else" };
  };
  await click();
  expect(accepted).toEqual([]);
});

test("a reading of another person than the address' is nobody's", async () => {
  readTab = async () => ({ ...reading, linkedinUrl: "https://www.linkedin.com/in/somebody-else" });
  const triggered = click();
  await passTime(600);
  await triggered;
  expect(accepted).toEqual([]);
  expect((await tabState(1))?.view).toMatchObject({ kind: "refused", reason: "not_sure_who" });
});

test("sub-pages and overlays are the same person, a hash the same page", async () => {
  await click();
  await go(1, `${MARA}/overlay/contact-info/`);
  expect(button()).toMatchObject({ badge: "5" });
  await go(1, "https://www.linkedin.com/in/somebody-else/");
  expect(button()).toEqual({ badge: "", popup: "", title: "Save this profile to Stardex" });
  expect(accepted).toHaveLength(1);
});

test("a refusal opens the popup, but not under a double click", async () => {
  readTab = async () => ({ result: "not_a_profile", linkedinUrl: null, report: {} });
  const triggered = click();
  await passTime(400);
  await click();
  expect(testBrowser.state.formsOpened).toBe(0);
  await passTime(200);
  await triggered;
  expect(testBrowser.state.formsOpened).toBe(1);
  expect(button()).toMatchObject({
    badge: "!",
    popup: "popup.html",
    title: "Nothing was saved. This page is not a profile.",
  });
});

test("a page that cannot be read is refused as unreadable, with what to do", async () => {
  readTab = async () => ({ result: "unreachable_page" });
  const triggered = click();
  await passTime(600);
  await triggered;
  expect((await tabState(1))?.view).toMatchObject({ kind: "refused", reason: "unreadable" });
  expect(button()?.title).toMatch(/^Nothing was saved\. The page cannot be read\. Reload/);
});

test("a save that is taken back leaves the plain button", async () => {
  await click();
  await store.removeSave("s1");
  await parts.buttons.refresh();
  expect(button()).toEqual({ badge: "", popup: "", title: "Save this profile to Stardex" });
});

test("a save on a named job is no second click on the one before", async () => {
  await click();
  await parts.trigger(tabAt(1), { job: { job: job("9") } });
  expect(accepted.map(({ draft }) => draft.jobs.length)).toEqual([0, 1]);
});

test("a link's person is saved by address and name; without one the form gets the address", async () => {
  testBrowser.state.openTabs.set(1, "https://www.linkedin.com/feed/");
  linkName = "Ada Brink";
  await parts.trigger(tabAt(1), { link: "https://www.linkedin.com/in/Ada-Brink/?x=1" });
  expect(accepted[0]?.draft).toMatchObject({
    name: "Ada Brink",
    linkedinUrl: "https://www.linkedin.com/in/ada-brink",
  });
  linkName = null;
  const triggered = parts.trigger(tabAt(1), { link: "https://www.linkedin.com/in/ivo-s/" });
  await passTime(600);
  await triggered;
  expect(accepted).toHaveLength(1);
  expect((await tabState(1))?.view).toEqual({
    kind: "refused",
    reason: "link_no_name",
    linkedinUrl: "https://www.linkedin.com/in/ivo-s",
  });
});

test("one tab's outcome is never another's", async () => {
  testBrowser.state.openTabs.set(2, "https://www.linkedin.com/in/ivo-s/");
  await click(1);
  expect(button(2)).toBeUndefined();
  await parts.buttons.tabClosed(1);
  expect(await tabState(1)).toBeNull();
});

/** storage.session as it is when it is full: only what takes the place of a cache finds room. */
function fillSession(isFull: () => boolean): void {
  const { session } = browser.storage;
  const set = session.set.bind(session);
  vi.spyOn(session, "set").mockImplementation(async (items: Record<string, unknown>) => {
    if (isFull()) throw new Error("Session storage quota bytes exceeded.");
    await set(items);
  });
}

test("a storage full of look-ups makes room for the click", async () => {
  testBrowser.state.sessionItems.set("cache:match:w:somebody", JSON.stringify("large"));
  fillSession(() => testBrowser.state.sessionItems.has("cache:match:w:somebody"));
  await click();
  expect(accepted).toHaveLength(1);
  expect(button()).toMatchObject({ badge: "5" });
});

test("a click that cannot be noted says so and opens the form", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  fillSession(() => true);
  await click();
  expect(accepted).toEqual([]);
  expect(button()).toMatchObject({
    badge: "!",
    title: expect.stringContaining("could not store"),
    popup: "popup.html",
  });
});
