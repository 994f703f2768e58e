// @vitest-environment jsdom
import { render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "../protocol/messages.ts";
import { database } from "../storage/database.ts";
import { someDraft, someSave } from "../testing/saves.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { createTestLocks } from "../testing/test-locks.ts";
import { answerMessages } from "../testing/worker-messages.ts";
import type { Handlers } from "../worker/router.ts";
import { Options } from "./Options.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const workspace = "0123456789abcdef";
const own: Connection = { state: "connected", keyEnd: "-key", workspace, refused: false };

beforeEach(() => {
  testBrowser.reset();
  history.replaceState(null, "", "#");
  Object.defineProperty(navigator, "locks", { value: createTestLocks(), configurable: true });
});

async function open(connection: Connection = own, handlers: Partial<Handlers> = {}) {
  const asked = answerMessages({
    "connection.get": async () => connection,
    "workspace.others": async () => ({ workspaces: [] }),
    "jobs.remembered": async () => ({ pinned: [], recent: [], last: null }),
    ...handlers,
  });
  render(<Options />);
  await screen.findAllByRole("tab");
  return { user: userEvent.setup(), asked };
}

const tab = (name: string) => screen.getByRole("tab", { name });
const openTab = () => screen.getByRole("tab", { selected: true }).textContent;

test.each<[Connection, string]>([
  [own, "Saves"],
  [{ ...own, refused: true }, "Settings"],
  [{ state: "not_connected" }, "Settings"],
])("the saves come first, and without a key that counts the settings: %j", async (connection, first) => {
  await open(connection);
  expect(openTab()).toBe(first);
  expect(screen.getAllByRole("tabpanel")).toHaveLength(1);
});

test.each([
  ["#settings", "Settings"],
  ["#data", "Settings"],
  ["#recent", "Saves"],
  ["#nonsense", "Saves"],
])("the address %s opens %s", async (hash, name) => {
  location.hash = hash;
  await open();
  expect(openTab()).toBe(name);
});

test("the tabs go by arrows, Home and End, and the address follows", async () => {
  const { user } = await open();
  tab("Saves").focus();
  await user.keyboard("{ArrowRight}");
  expect(openTab()).toBe("Add many");
  await user.keyboard("{ArrowRight}");
  expect(openTab()).toBe("Settings");
  expect(document.activeElement).toBe(tab("Settings"));
  expect(location.hash).toBe("#settings");
  await user.keyboard("{ArrowRight}");
  expect(openTab()).toBe("Saves");
  await user.keyboard("{End}");
  expect(openTab()).toBe("Settings");
  await user.keyboard("{Home}");
  expect(openTab()).toBe("Saves");
  expect(tab("Settings").tabIndex).toBe(-1);
});

test("a half-typed key is still there after a look at the other tab", async () => {
  const { user } = await open({ state: "not_connected" });
  await user.type(screen.getByLabelText("API key"), "ats-ha");
  await user.click(tab("Saves"));
  expect(screen.getByText("Unsent saves wait on this computer until you connect.")).toBeTruthy();
  await user.click(tab("Settings"));
  expect(screen.getByLabelText<HTMLInputElement>("API key").value).toBe("ats-ha");
});

test("the shortcuts are shown as they are set, with the way to change them", async () => {
  testBrowser.state.commands = [
    { name: "_execute_action", shortcut: "Ctrl+Shift+E" },
    { name: "open-form", shortcut: "Alt+Shift+F" },
    { name: "save-profile", shortcut: "" },
    { name: "open-panel", shortcut: "Alt+Shift+K" },
  ];
  const { user } = await open();
  await user.click(tab("Settings"));
  const card = within(screen.getByRole("region", { name: "Keyboard shortcuts" }));
  await card.findByText("Ctrl+Shift+E");
  const rows = card
    .getAllByRole("term")
    .map((term) => `${term.textContent}: ${term.nextSibling?.textContent}`);
  expect(rows).toEqual([
    "Toolbar click: Ctrl+Shift+E",
    "Open the form: Alt+Shift+F",
    "Save this profile to Stardex: Not set",
    "Open beside the page: Alt+Shift+K",
  ]);
  await user.click(card.getByRole("button", { name: "Change shortcuts" }));
  expect(testBrowser.state.tabs).toEqual(["chrome://extensions/shortcuts"]);
});

test("saves of another key are a count, and are sent or discarded only at the user's word", async () => {
  const { user, asked } = await open(own, {
    "workspace.others": async () => ({ workspaces: [{ workspace: "other", count: 3 }] }),
    "workspace.adopt": async () => ({ ok: true }),
    "workspace.discard": async () => ({ ok: true }),
  });
  const others = within(await screen.findByRole("region", { name: "3 saves were made with another key" }));
  await user.click(others.getByRole("button", { name: "Discard them" }));
  expect(others.getByText(/Discard them for good/)).toBeTruthy();
  await user.keyboard("{Enter}");
  await user.click(others.getByRole("button", { name: "Same Stardex: send them" }));
  await waitFor(() =>
    expect(asked.filter(({ type }) => /adopt|discard/.test(type))).toEqual([
      { type: "workspace.adopt", request: { workspace: "other" } },
    ]),
  );
});

test("records that cannot be read stand apart, and take nothing else with them", async () => {
  const db = await database();
  await db.put("saves", { ...someSave({ order: 1 }), draft: { name: 7 } } as never);
  await db.put("saves", { ...someSave({ id: "newer", order: 2 }), version: 99 } as never);
  await db.put("saves", someSave({ id: "good", order: 3, draft: { ...someDraft, name: "Mara" } }));
  const { user } = await open(own, { "saves.discard_broken": async () => ({ ok: true }) });
  expect(await screen.findByRole("heading", { name: "Mara" })).toBeTruthy();
  expect(await screen.findByRole("region", { name: "1 save is from a newer version" })).toBeTruthy();
  const broken = within(await screen.findByRole("region", { name: "1 save can’t be read" }));
  expect(broken.getByText(/"name":7/)).toBeTruthy();
  await user.click(broken.getByRole("button", { name: "Discard" }));
  expect(broken.getByText("Discard it for good?")).toBeTruthy();
});

test("a set-aside time that is none takes neither its card nor the page", async () => {
  await (await database()).put("broken", { id: "b", setAsideAt: 1e20, raw: "{}" });
  await open();
  expect(await screen.findByRole("region", { name: "1 save can’t be read" })).toBeTruthy();
});

test("a worker that does not answer is said", async () => {
  testBrowser.state.sendMessage = async () => undefined;
  render(<Options />);
  expect((await screen.findByRole("alert")).textContent).toContain("Reload this page");
});
