// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { readSave } from "../storage/saves.ts";
import type { SaveView } from "../storage/tab-state.ts";
import { prepareForms } from "../testing/open-form.tsx";
import { connectedWorker } from "../testing/page-worker.ts";
import { someDraft, someSave } from "../testing/saves.ts";
import { createSaveStore } from "../worker/queue/store.ts";
import { UndoPane } from "./UndoPane.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));
beforeEach(prepareForms);

/** The pane over a save of one click that is in its grace. */
async function openPane() {
  const { sandbox, workspace } = await connectedWorker();
  const save = someSave({
    createdAt: Date.now(),
    nextAttemptAt: Date.now() + 5000,
    draft: { ...someDraft, isOneClick: true },
  });
  const { record } = await createSaveStore(() => undefined).addSave(save, workspace);
  if (!record) throw new Error("The save was not accepted");
  const onSettled = vi.fn();
  const view: SaveView = {
    kind: "grace",
    saveId: record.id,
    name: "Mara Lindqvist",
    jobName: null,
    hasEmployer: true,
    sentAt: Date.now() + 5000,
  };
  render(<UndoPane view={view} onSettled={onSettled} />);
  return { sandbox, id: record.id, onSettled };
}

const nextAttemptAt = async (id: string) => {
  const record = await readSave(id);
  return record?.state === "waiting" ? record.nextAttemptAt : 0;
};

test("as long as the pane is open the clock stands, and undo sends nothing", async () => {
  const { sandbox, id, onSettled } = await openPane();
  const first = await nextAttemptAt(id);
  await waitFor(async () => expect(await nextAttemptAt(id)).toBeGreaterThan(first + 1500), { timeout: 4000 });
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Undo" }));
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(onSettled).toHaveBeenCalledWith(true));
  expect(sandbox.log.of("POST", "/v1/persons")).toEqual([]);
});

test("Save now sends it at once", async () => {
  const { sandbox } = await openPane();
  vi.stubGlobal("close", vi.fn());
  await userEvent.click(screen.getByRole("button", { name: "Save now" }));
  await waitFor(() => expect(sandbox.log.of("POST", "/v1/persons")).toHaveLength(1));
});
