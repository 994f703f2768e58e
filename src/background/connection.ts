/** The one holder of the API key. Pages learn its last four characters, logs and errors nothing. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import type { Connection } from "../messages.ts";
import type { Problem } from "../save.ts";
import { StoredValueError, storageItem } from "../settings.ts";
import { StardexError } from "../stardex/stardex-error.ts";
import { fingerprint } from "./fingerprint.ts";
import { storageProblem } from "./storage-problem.ts";

const storedConnectionSchema = z.object({
  version: z.literal(1),
  key: z.string(),
  workspace: z.string(),
  refused: z.boolean(),
});
type StoredConnection = z.infer<typeof storedConnectionSchema>;

const item = storageItem("connection", storedConnectionSchema, null);

/** The key and its workspace, or null. One that cannot be read is as good as none: she pastes it again. */
export async function storedConnection(): Promise<StoredConnection | null> {
  try {
    return await item.get();
  } catch (error) {
    if (error instanceof StoredValueError) return null;
    throw error;
  }
}

/** What a page may know. */
export async function publicConnection(): Promise<Connection> {
  const stored = await storedConnection();
  if (!stored) return { state: "not_connected" };
  const { key, workspace, refused } = stored;
  return { state: "connected", keyEnd: key.slice(-4), workspace, refused };
}

/**
 * Stores a pasted key once `verify` (rejects with StardexError) has found that Stardex accepts it.
 * Answers the problem, if any; a key kept before stays then.
 */
export async function connect(
  pasted: string,
  verify: (key: string) => Promise<void>,
): Promise<Problem | undefined> {
  const key = pasted.trim();
  // What cannot be a header would fail in fetch as if there were no network.
  if (!/^[\x21-\x7e]+$/.test(key)) return { kind: "invalid", field: "key" };
  try {
    await verify(key);
    await item.set({ version: 1, key, workspace: await fingerprint(key), refused: false });
    return undefined;
  } catch (error) {
    return error instanceof StardexError ? error.problem : storageProblem(error);
  }
}

export async function removeConnection(): Promise<void> {
  await item.remove();
}

/** Stardex refused the key of this workspace (401); another key connected meanwhile is left alone. */
export async function markRefused(workspace: string): Promise<void> {
  const stored = await storedConnection();
  if (stored?.workspace === workspace) await item.set({ ...stored, refused: true });
}

/**
 * Closes storage.local to content scripts. Chromium keeps it over restarts; done at each start all the
 * same, since an older installation may have been open. Firefox has it for `session` alone.
 */
export async function closeStorage(): Promise<void> {
  const area: object = browser.storage.local;
  if (hasAccessLevel(area)) await area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

interface AccessLevel {
  setAccessLevel(options: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

function hasAccessLevel(area: object): area is AccessLevel {
  return "setAccessLevel" in area && typeof area.setAccessLevel === "function";
}
