// @vitest-environment jsdom
import { render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "../../protocol/messages.ts";
import { readSettings, settings } from "../../settings/settings.ts";
import { database } from "../../storage/database.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { answerMessages } from "../../testing/worker-messages.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { YourData } from "./YourData.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const connection: Connection = {
  state: "connected",
  keyEnd: "-key",
  workspace: "0123456789abcdef",
  refused: false,
};
let files: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  testBrowser.reset();
  files = [];
  Object.defineProperty(navigator, "locks", { value: createTestLocks(), configurable: true });
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.set(`blob:${blobs.size}`, blob as Blob);
    return `blob:${blobs.size - 1}`;
  });
  vi.spyOn(URL, "revokeObjectURL").mockReturnValue();
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: blobs.get(this.href) as Blob });
  });
});

URL.createObjectURL ??= () => "";
URL.revokeObjectURL ??= () => undefined;

function Page({ onForgotten }: { onForgotten: () => void }) {
  const effective = useSettings();
  return effective && <YourData effective={effective} connection={connection} onForgotten={onForgotten} />;
}

async function open() {
  const onForgotten = vi.fn();
  const asked = answerMessages({
    "workspace.others": async () => ({ workspaces: [{ workspace: "w", count: 2 }] }),
    "data.forget": async () => ({}),
  });
  render(<Page onForgotten={onForgotten} />);
  await screen.findByRole("heading", { name: "Your data" });
  return { user: userEvent.setup(), onForgotten, asked };
}

async function addSaves(count: number): Promise<void> {
  const db = await database();
  for (let n = 1; n <= count; n += 1) {
    const draft = { ...someDraft, name: `Person ${n}` };
    await db.put("saves", someSave({ id: `s${n}`, order: n, draft }));
  }
}

const settingsFileOf = (text: string) => new File([text], "settings.json", { type: "application/json" });

test("only chosen settings are exported, and importing them changes only them", async () => {
  testBrowser.state.policy = { graceSeconds: 10 };
  await settings.change({ toolbarMode: "save" });
  const { user } = await open();
  await user.click(screen.getByRole("button", { name: "Export" }));
  const text = (await files[0]?.blob.text()) ?? "";
  expect(files[0]?.name).toMatch(/^stardex-settings-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(text).settings).toEqual({ version: 1, toolbarMode: "save" });
  await settings.reset();
  await user.upload(screen.getByLabelText("Import"), settingsFileOf(text));
  expect(await screen.findByText("The settings were imported.")).toBeTruthy();
  expect((await readSettings()).chosen).toEqual({ toolbarMode: "save" });
});

test.each([
  ["not json", /not a settings file/],
  [JSON.stringify({ format: "stardex-capture-settings", settings: { version: 9 } }), /newer version/],
  [
    JSON.stringify({ format: "stardex-capture-settings", settings: { version: 1, graceSeconds: 900 } }),
    /Wrong: Time to undo a one-click save\./,
  ],
])("a file that cannot be used changes nothing and says why: %s", async (text, words) => {
  const { user } = await open();
  await user.upload(screen.getByLabelText("Import"), settingsFileOf(text));
  expect(await screen.findByText(words)).toBeTruthy();
  expect((await readSettings()).chosen).toEqual({});
});

test("what the firm has locked is left out of an import, and that is said", async () => {
  testBrowser.state.policy = { lockedSettings: ["graceSeconds"] };
  const { user } = await open();
  const choices = { version: 1, graceSeconds: 3, defaultJob: "none" };
  const text = JSON.stringify({ format: "stardex-capture-settings", settings: choices });
  await user.upload(screen.getByLabelText("Import"), settingsFileOf(text));
  expect(await screen.findByText(/except those your organization has set/)).toBeTruthy();
  expect((await readSettings()).chosen).toEqual({ defaultJob: "none" });
});

test.each(["CSV", "JSON"])("all saves go out as %s, however many pages there are", async (format) => {
  await addSaves(450);
  const { user } = await open();
  await user.click(screen.getByRole("button", { name: `Export as ${format}` }));
  await waitFor(() => expect(files).toHaveLength(1));
  const text = (await files[0]?.blob.text()) ?? "";
  expect(text.match(/Person \d+/g)).toHaveLength(450);
  expect(text).not.toContain(connection.workspace);
});

test("forgetting everything asks, says how many saves would be lost, and whose is not said", async () => {
  await addSaves(1);
  const { user, onForgotten } = await open();
  await user.click(screen.getByRole("button", { name: "Forget everything" }));
  const question = within(screen.getByRole("alertdialog"));
  expect(await question.findByText("3 saves have not been sent and would be lost for good.")).toBeTruthy();
  expect(question.queryByText(/Person/)).toBeNull();
  expect(document.activeElement).toBe(question.getByRole("button", { name: "Keep it" }));
  await user.keyboard("{Escape}");
  expect(onForgotten).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Forget everything" }));
  await user.click(screen.getByRole("button", { name: "Forget everything" }));
  expect(await screen.findByText("Everything was forgotten.")).toBeTruthy();
  expect(onForgotten).toHaveBeenCalledTimes(1);
  expect(testBrowser.state.permissionsRemoved).toHaveLength(1);
});
