// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { Batch, BatchPart } from "../../model/batch.ts";
import { announce } from "../../storage/changes.ts";
import { database } from "../../storage/database.ts";
import { someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { answerMessages } from "../../testing/worker-messages.ts";
import { BatchList } from "./BatchList.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const workspace = "0123456789abcdef";
const batch: Batch = {
  version: 1,
  id: "b1",
  workspace,
  name: "CFO",
  createdAt: Date.now(),
  state: "running",
  total: 6,
  pruned: { added: 1, known: 0 },
  endedAt: null,
};

let order = 0;

async function put(change: Partial<Batch>, parts: BatchPart[]): Promise<void> {
  const db = await database();
  await db.put("batches", { ...batch, ...change });
  for (const batchPart of parts) {
    order += 1;
    const save = someSave({ id: `s${order}`, order, batch: { id: "b1", goesFirst: false } });
    await db.put("saves", { ...save, batchPart });
  }
}

let asked: ReturnType<typeof answerMessages>;

beforeEach(() => {
  testBrowser.reset();
  asked = answerMessages({
    "batch.change": async () => ({ ok: true }),
    "batch.forget": async () => ({ ok: true }),
  });
});

const show = () => render(<BatchList workspace={workspace} recentUrl="#recent" />);
const countOf = (label: string) => screen.getByText(label).nextElementSibling?.textContent;

test("says how many are where, what the history forgot included", async () => {
  await put({}, ["added", "known", "held", "failed", "waiting"]);
  show();
  expect(await screen.findByText("CFO, 6 people")).toBeTruthy();
  expect(countOf("New in Stardex")).toBe("2");
  expect(countOf("In Stardex already")).toBe("1");
  expect(countOf("Held back for you")).toBe("1");
  expect(countOf("Failed")).toBe("1");
  const bar = screen.getByRole("progressbar", { name: "3 of 6 people done" });
  expect(bar.getAttribute("aria-valuenow")).toBe("5");
  expect(screen.getByRole("link", { name: "Decide under Recent saves" })).toBeTruthy();
});

test("is paused by a click, and stopped after a question", async () => {
  await put({}, ["waiting", "waiting"]);
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("button", { name: "Pause" }));
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(asked).toMatchObject([{ type: "batch.change", request: { id: "b1", to: "paused" } }]);
  const question = screen.getByRole("alertdialog");
  expect(question.textContent).toContain("2 people have not been sent yet and will be dropped.");
  await user.click(within(question).getByRole("button", { name: "Stop" }));
  expect(asked.at(-1)).toMatchObject({ request: { id: "b1", to: "stopped" } });
});

test("follows the worker, and can be taken off the list when it is over", async () => {
  await put({}, ["waiting"]);
  const user = userEvent.setup();
  show();
  expect(await screen.findByText("Sending…")).toBeTruthy();
  const db = await database();
  await db.clear("saves");
  await put({ state: "ended", endedAt: 1 }, ["added"]);
  announce({ kind: "batch", id: "b1" });
  expect(await screen.findByText("Finished")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Pause" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Remove from this list" }));
  expect(asked).toMatchObject([{ type: "batch.forget", request: { id: "b1" } }]);
});
