import { beforeEach, expect, test, vi } from "vitest";
import { settings } from "../../settings/settings.ts";
import type { Person } from "../../stardex/types.ts";
import { tabState } from "../../storage/tab-state.ts";
import { apiPerson } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, storedConnection } from "../key/connection.ts";
import { rememberMatch } from "../lookups/match-cache.ts";
import { createLiveBadge, followAccess } from "./live-badge.ts";
import { createTabButtons } from "./tab-buttons.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const MARA = "https://www.linkedin.com/in/mara";
const LINKEDIN = "https://www.linkedin.com/*";

let people: Map<string, Person>;
let asked: string[];
let hasRoom: boolean;
let now: number;
const buttons = createTabButtons({ now: () => now, onNeedsUser: () => undefined });
const badge = createLiveBadge({
  buttons,
  clientFor: () => ({
    async findPerson(url: string) {
      asked.push(url);
      return people.get(url);
    },
  }),
  limiter: { roomForLookUp: async () => hasRoom },
  now: () => now,
});

const look = (id = 1) => badge.look({ ...testBrowser.tab(id) } as never);

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  [people, asked, hasRoom, now] = [
    new Map([[MARA, apiPerson({ id: "p", name: "Mara L" })]]),
    [],
    true,
    1_000_000,
  ];
  await connect("ats-key", async () => undefined);
  await settings.change({ liveBadge: true });
  testBrowser.state.access.add(LINKEDIN);
  testBrowser.state.openTabs.set(1, `${MARA}/overlay/contact-info/`);
  testBrowser.state.openTabs.set(2, `${MARA}/`);
});

test("who is known is told, by address alone", async () => {
  await look();
  expect(asked).toEqual([MARA]);
  expect(testBrowser.state.buttons.get(1)).toMatchObject({ badge: "●", title: "Mara L is in Stardex." });
});

test("a profile is asked for once in ten minutes, whether or not it is known", async () => {
  people.clear();
  await Promise.all([look(), look()]);
  await look();
  expect(asked).toHaveLength(1);
  expect(testBrowser.state.buttons.get(1)).toBeUndefined();
  now += 10 * 60_000;
  people.set(MARA, apiPerson({ id: "p" }));
  await look();
  await look();
  expect(asked).toHaveLength(2);
});

test("what the form has looked up is not asked again", async () => {
  const workspace = (await storedConnection())?.workspace ?? "";
  await rememberMatch(workspace, MARA, { state: "new", at: now, namesakes: 0, isComplete: true });
  await look();
  expect(asked).toEqual([]);
});

test.each([
  ["the switch is off", () => settings.change({ liveBadge: false })],
  ["there is no access", async () => testBrowser.state.access.clear()],
  ["calls are short", async () => (hasRoom = false)],
  ["the tab is not in view", async () => testBrowser.state.openTabs.delete(1)],
  ["the page is no profile", async () => testBrowser.state.openTabs.set(1, "https://www.linkedin.com/feed/")],
  [
    "the address is a member id",
    async () =>
      testBrowser.state.openTabs.set(
        1,
        `https://www.linkedin.com/in/ACoAAA_AIFK4RzJo3DUmxb9Te6lFxxnDea0Myhh`,
      ),
  ],
])("nobody is asked for when %s", async (_why, arrange) => {
  testBrowser.state.openTabs.set(3, "https://example.com/");
  await arrange();
  const id = testBrowser.state.openTabs.has(1) ? 1 : 3;
  await look(id);
  expect(asked).toEqual([]);
});

test("an answer that comes after the tab went elsewhere is not shown", async () => {
  const looking = look();
  testBrowser.state.openTabs.set(1, "https://www.linkedin.com/in/ivo");
  await looking;
  expect(await tabState(1)).toBeNull();
});

test("off again, the access is given back and nothing is told any more", async () => {
  await look();
  await settings.change({ liveBadge: false });
  await badge.applySetting();
  expect(testBrowser.state.access.size).toBe(0);
  expect(testBrowser.state.buttons.get(1)).toMatchObject({ badge: "" });
});

test("access taken in the browser's settings switches it off; access given switches nothing on", async () => {
  await followAccess();
  expect((await settings.get()).liveBadge).toBe(true);
  testBrowser.state.access.clear();
  await followAccess();
  expect((await settings.get()).liveBadge).toBe(false);
  testBrowser.state.access.add(LINKEDIN);
  await followAccess();
  expect((await settings.get()).liveBadge).toBe(false);
});
