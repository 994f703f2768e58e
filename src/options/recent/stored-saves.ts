/** What this browser keeps of saves, live: the worker writes each change to storage, whoever is looking. */
import { useEffect, useState } from "preact/hooks";
import type { SaveRecord } from "../../model/save.ts";
import type { Answer } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import type { BrokenSave } from "../../storage/database.ts";
import { readBrokenSaves, readSavesPage, watchBrokenSaves, watchSaves } from "../../storage/saves.ts";

export interface StoredSaves {
  /** Newest first. */
  saves: SaveRecord[];
  broken: BrokenSave[];
  /** Unsent saves made under other keys. */
  others: Answer<"workspace.others">["workspaces"];
}

/**
 * Null until they are there. `workspace`: of the present key; another one has other saves. `hasFailed`: the
 * worker did not answer.
 */
export function useStoredSaves(workspace: string | null): { stored: StoredSaves | null; hasFailed: boolean } {
  const [stored, setStored] = useState<StoredSaves | null>(null);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    let isOpen = true;
    const refresh = oneAtATime(async () => {
      try {
        const saves = workspace === null ? [] : (await readSavesPage({ workspace, limit: 1000 })).saves;
        const broken = await readBrokenSaves();
        const { workspaces } = await send("workspace.others", {});
        if (isOpen) setStored({ saves, broken, others: workspaces });
      } catch {
        if (isOpen) setFailed(true);
      }
    });
    const stops = [watchSaves(() => void refresh()), watchBrokenSaves(() => void refresh())];
    void refresh();
    return () => {
      isOpen = false;
      for (const stop of stops) stop();
    };
  }, [workspace]);

  return { stored, hasFailed };
}

/** Ms between two looks: each has the worker read every save, which would slow down a long queue's drain. */
const PAUSE = 500;

/** While one run is under way, and for a pause after it, however many further ones are asked for are one. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const run = async () => {
    do {
      isAskedAgain = false;
      await work();
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    } while (isAskedAgain);
    running = undefined;
  };
  return () => {
    isAskedAgain = true;
    running ??= run();
    return running;
  };
}
