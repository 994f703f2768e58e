/** One save as the popup sees it: handed to the worker, then followed in storage until it is settled. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import { SendError, send } from "../../protocol/send.ts";
import { followSave } from "../../storage/saves.ts";

export type SaveState =
  | { phase: "idle" }
  | { phase: "accepting" }
  /** Kept by the worker; `record.problem` says why it is not through yet. */
  | { phase: "underway"; record: SaveRecord | null }
  | { phase: "saved"; record: SaveRecord }
  /** Nothing was sent, or Stardex refused it: it is the user's to mend. `record` when the worker keeps it. */
  | { phase: "needs_user"; problem: Problem | null; record: SaveRecord | null }
  /** The extension was updated under the popup: only opening it again helps. */
  | { phase: "worker_gone" }
  /** No word whether the save was taken, and it is not among the stored ones. */
  | { phase: "worker_silent" };

export type SaveHandle = ReturnType<typeof useSave>;

export function useSave() {
  const [save, setSave] = useState<SaveState>({ phase: "idle" });
  const [id, setId] = useState<string | null>(null);

  useEffect(() => {
    if (id === null) return;
    return followSave(id, (record) => record && setSave(stateOf(record)));
  }, [id]);

  /** True when the save is in storage: from there on it cannot be lost. */
  async function submit(draft: SaveDraft, workspace: string | null): Promise<boolean> {
    setSave({ phase: "accepting" });
    try {
      if (id !== null && (await send("save.retry", { id, draft })).ok) return true;
      const answer = await send("save.accept", { draft, workspace: workspace ?? (await workspaceInUse()) });
      if (!answer.ok) {
        setSave({ phase: "needs_user", problem: answer.problem, record: null });
        return false;
      }
      setSave({ phase: "underway", record: null });
      setId(answer.id);
      return true;
    } catch (error) {
      return await isTakenAfterAll(draft, error);
    }
  }

  /** The worker can die between storing a save and saying so: what is stored must not be saved twice. */
  async function isTakenAfterAll(draft: SaveDraft, error: unknown): Promise<boolean> {
    try {
      const { save: stored } = await send("save.pending", { linkedinUrl: draft.linkedinUrl });
      if (!stored) throw error;
      follow(stored);
      return true;
    } catch {
      setSave(afterSendError(error));
      return false;
    }
  }

  function tryNow() {
    if (id !== null) void send("save.retry", { id }).catch((error) => setSave(afterSendError(error)));
  }

  /** "It arrived": goes on after the step whose answer was lost. */
  function settle() {
    if (id !== null) void send("save.settle", { id }).catch((error) => setSave(afterSendError(error)));
  }

  /** True when the save is forgotten. */
  async function discard(): Promise<boolean> {
    if (id === null) return true;
    try {
      await send("save.discard", { id });
      setId(null);
      setSave({ phase: "idle" });
      return true;
    } catch (error) {
      setSave(afterSendError(error));
      return false;
    }
  }

  /** Takes up a save that was made before this popup was opened. */
  function follow(record: SaveRecord) {
    setSave(stateOf(record));
    setId(record.id);
  }

  /** Back to the form; what was saved stays saved. */
  function goOn() {
    setId(null);
    setSave({ phase: "idle" });
  }

  return { save, submit, follow, tryNow, settle, discard, goOn };
}

/** For a form that was filled in before it was known under which key. */
async function workspaceInUse(): Promise<string> {
  const connection = await send("connection.get", {});
  return connection.state === "connected" ? connection.workspace : "";
}

function afterSendError(error: unknown): SaveState {
  const isGone = error instanceof SendError && error.kind === "extension_gone";
  return { phase: isGone ? "worker_gone" : "worker_silent" };
}

function stateOf(record: SaveRecord): SaveState {
  if (record.state === "saved") return { phase: "saved", record };
  if (record.state === "needs_you") return { phase: "needs_user", problem: record.problem, record };
  return { phase: "underway", record };
}
