/** One save as the popup sees it: handed to the worker, then followed in storage until it is settled. */
import { useEffect, useState } from "preact/hooks";
import browser, { type Storage } from "webextension-polyfill";
import { type Problem, SAVE_KEY_PREFIX, type SaveDraft, type SaveRecord, saveRecordSchema } from "../save.ts";
import { SendError, send } from "../send-message.ts";

export type SaveState =
  | { phase: "idle" }
  | { phase: "accepting" }
  /** Kept by the worker; `record.problem` says why it is not through yet. */
  | { phase: "underway"; record: SaveRecord | null }
  | { phase: "saved"; record: SaveRecord }
  /** Nothing was sent, or Stardex refused it: it is hers to mend. `record` when the worker keeps it. */
  | { phase: "needs_user"; problem: Problem | null; record: SaveRecord | null }
  | { phase: "worker_gone" };

export function useSave() {
  const [save, setSave] = useState<SaveState>({ phase: "idle" });
  const [id, setId] = useState<string | null>(null);

  useEffect(() => {
    if (id === null) return;
    return followRecord(id, (record) => setSave(stateOf(record)));
  }, [id]);

  /** True when the save is in storage: from there on it cannot be lost. */
  async function submit(draft: SaveDraft): Promise<boolean> {
    setSave({ phase: "accepting" });
    try {
      if (id !== null && (await send("save.retry", { id, draft })).ok) return true;
      const answer = await send("save.accept", { draft });
      if (!answer.ok) {
        setSave({ phase: "needs_user", problem: answer.problem, record: null });
        return false;
      }
      setSave({ phase: "underway", record: null });
      setId(answer.id);
      return true;
    } catch (error) {
      setSave(afterSendError(error));
      return false;
    }
  }

  function tryNow() {
    if (id !== null) void send("save.retry", { id }).catch((error) => setSave(afterSendError(error)));
  }

  async function discard() {
    if (id === null) return;
    try {
      await send("save.discard", { id });
      setId(null);
      setSave({ phase: "idle" });
    } catch (error) {
      setSave(afterSendError(error));
    }
  }

  /** Takes up a save that was made before this popup was opened. */
  function follow(record: SaveRecord) {
    setSave(stateOf(record));
    setId(record.id);
  }

  return { save, submit, follow, tryNow, discard: () => void discard() };
}

function afterSendError(error: unknown): SaveState {
  if (error instanceof SendError && error.kind === "extension_gone") return { phase: "worker_gone" };
  return { phase: "needs_user", problem: { kind: "storage_refused" }, record: null };
}

function stateOf(record: SaveRecord): SaveState {
  if (record.state === "saved") return { phase: "saved", record };
  if (record.state === "needs_you") return { phase: "needs_user", problem: record.problem, record };
  return { phase: "underway", record };
}

/** Calls `onRecord` with the stored record now and at every change. Returns how to stop. */
function followRecord(id: string, onRecord: (record: SaveRecord) => void): () => void {
  const key = SAVE_KEY_PREFIX + id;
  function take(stored: unknown) {
    const record = saveRecordSchema.safeParse(stored);
    if (record.success) onRecord(record.data);
  }
  function onChanged(changes: Record<string, Storage.StorageChange>) {
    const change = changes[key];
    if (change) take(change.newValue);
  }
  browser.storage.local.onChanged.addListener(onChanged);
  void browser.storage.local.get(key).then((stored) => take(stored[key]));
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}
