/** Unsent saves that were made under another key than the present one. */
import type { Answer } from "../../protocol/messages.ts";
import { storedConnection } from "../key/connection.ts";
import type { SaveStore } from "./store.ts";

/** How many there are: the names are another firm's until the user has said that it is the same one. */
export async function countOthers(store: SaveStore): Promise<Answer<"workspace.others">> {
  const present = (await storedConnection())?.workspace;
  return { workspaces: (await store.countOpen()).filter(({ workspace }) => workspace !== present) };
}

/** "It is the same Stardex, with a new key." False without a key. */
export async function adopt(store: SaveStore, workspace: string, now: number): Promise<boolean> {
  const connection = await storedConnection();
  if (!connection || connection.workspace === workspace) return false;
  for (const id of await store.openIds(workspace)) {
    await store.changeSave(id, { type: "adopt", now, workspace: connection.workspace });
  }
  return true;
}

/** False when there were none. */
export async function discardOthers(store: SaveStore, workspace: string): Promise<boolean> {
  if ((await storedConnection())?.workspace === workspace) return false;
  const ids = await store.openIds(workspace);
  for (const id of ids) await store.removeSave(id);
  return ids.length > 0;
}
