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
  /** Epoch ms of the last time Stardex accepted it on being asked. */
  verifiedAt: z.number(),
  refused: z.boolean(),
});
export type StoredConnection = z.infer<typeof storedConnectionSchema>;

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
    const workspace = await fingerprint(key);
    await exclusively(() => item.set({ version: 1, key, workspace, verifiedAt: Date.now(), refused: false }));
    return undefined;
  } catch (error) {
    return error instanceof StardexError ? error.problem : storageProblem(error);
  }
}

export async function removeConnection(): Promise<void> {
  await exclusively(() => item.remove());
}

/**
 * Stardex refused the key (401). Another key connected meanwhile, or the same one accepted meanwhile, is
 * left alone: the refusal was on its way before.
 */
export async function markRefused(used: StoredConnection): Promise<void> {
  await exclusively(async () => {
    const stored = await storedConnection();
    const isSame = stored?.workspace === used.workspace && stored.verifiedAt === used.verifiedAt;
    if (isSame) await item.set({ ...stored, refused: true });
  });
}

/** A refusal noted while a new key is stored would otherwise put the old key back. */
function exclusively(work: () => Promise<void>): Promise<void> {
  return navigator.locks.request("stardex-capture/connection", work);
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
