/** The one holder of the API key, pasted by its user or set by policy. Pages learn its last four characters, logs and errors nothing. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { readApiKey } from "../../model/api-key.ts";
import type { Problem } from "../../model/problem.ts";
import type { Connection } from "../../protocol/messages.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { StoredValueError, storageItem } from "../../storage/storage-item.ts";
import { storageProblem } from "../queue/storage-problem.ts";
import { fingerprint } from "./fingerprint.ts";
import { type ManagedKey, managedKey } from "./managed-key.ts";

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

/** What Stardex last said of the key an administrator has set: the key itself stays in the policy. */
const verdictSchema = z.object({
  version: z.literal(1),
  workspace: z.string(),
  verifiedAt: z.number(),
  refused: z.boolean(),
});
const managedVerdict = storageItem("managed-key", verdictSchema, null);

/** The key in use and its workspace, or null: her own, or her organisation's when she has none or may not. */
export async function storedConnection(): Promise<StoredConnection | null> {
  return (await inUse(await managedKey())).connection;
}

/**
 * The same, read once until something it rests on changes, so that a press of Save does not wait for it. A
 * change counts some milliseconds after it was stored, as if the press had come before it.
 */
export function rememberedConnection(): () => Promise<StoredConnection | null> {
  let known: Promise<StoredConnection | null> | undefined;
  const forget = () => {
    known = undefined;
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "managed" || item.key in changes || managedVerdict.key in changes) forget();
  });
  return () => {
    known ??= storedConnection().catch((error: unknown) => {
      forget();
      throw error;
    });
    return known;
  };
}

async function inUse(managed: ManagedKey) {
  const own = await readable(item);
  if (managed.state !== "set" || (own && !managed.isLocked)) return { connection: own, isManaged: false };
  return { connection: await managedConnection(managed.key), isManaged: true };
}

/** A key from a policy is taken as it is: Stardex' first answer shows whether it is right. */
async function managedConnection(key: string): Promise<StoredConnection> {
  const workspace = await fingerprint(key);
  const verdict = await readable(managedVerdict);
  const { verifiedAt, refused } =
    verdict?.workspace === workspace ? verdict : { verifiedAt: 0, refused: false };
  return { version: 1, key, workspace, verifiedAt, refused };
}

/** What cannot be read is as good as none: she pastes the key again. */
async function readable<T>(stored: { get(): Promise<T | null> }): Promise<T | null> {
  try {
    return await stored.get();
  } catch (error) {
    if (error instanceof StoredValueError) return null;
    throw error;
  }
}

/** What a page may know. */
export async function publicConnection(): Promise<Connection> {
  const managed = await managedKey();
  const { connection, isManaged } = await inUse(managed);
  const byOrganisation = managed.state === "unusable" ? "unusable" : isManaged ? "in_use" : undefined;
  const organisationKey = byOrganisation ? ({ organisationKey: byOrganisation } as const) : {};
  if (!connection) return { state: "not_connected", ...organisationKey };
  const { key, workspace, refused } = connection;
  const isLocked = managed.state === "set" && managed.isLocked;
  return {
    state: "connected",
    keyEnd: key.slice(-4),
    workspace,
    refused,
    ...organisationKey,
    ...(isLocked ? { isLocked } : {}),
  };
}

/**
 * Stores a pasted key once `verify` (rejects with StardexError) has found that Stardex accepts it.
 * Answers the problem, if any; a key kept before stays then.
 */
export async function connect(
  pasted: string,
  verify: (key: string) => Promise<void>,
): Promise<Problem | undefined> {
  const key = readApiKey(pasted);
  if (key === null) return { kind: "invalid", field: "key" };
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

/** Asks Stardex again about the key in use; answers the problem, if any. For one that was refused before. */
export async function checkAgain(verify: (key: string) => Promise<void>): Promise<Problem | undefined> {
  const connection = await storedConnection();
  if (!connection) return { kind: "not_connected" };
  try {
    await verify(connection.key);
    await judge(connection, { refused: false, verifiedAt: Date.now() });
    return undefined;
  } catch (error) {
    return error instanceof StardexError ? error.problem : storageProblem(error);
  }
}

/**
 * Stardex refused the key (401). Another key connected meanwhile, or the same one accepted meanwhile, is
 * left alone: the refusal was on its way before.
 */
export async function markRefused(used: StoredConnection): Promise<void> {
  await judge(used, { refused: true, verifiedAt: used.verifiedAt });
}

async function judge(
  used: StoredConnection,
  verdict: Pick<StoredConnection, "refused" | "verifiedAt">,
): Promise<void> {
  await exclusively(async () => {
    const { connection, isManaged } = await inUse(await managedKey());
    if (connection?.workspace !== used.workspace || connection.verifiedAt !== used.verifiedAt) return;
    if (isManaged) await managedVerdict.set({ version: 1, workspace: used.workspace, ...verdict });
    else await item.set({ ...connection, ...verdict });
  });
}

/** A refusal noted while a new key is stored would otherwise put the old key back. */
function exclusively(work: () => Promise<void>): Promise<void> {
  return navigator.locks.request("stardex-capture/connection", work);
}

/**
 * Closes our storage, and the policy that may hold the key, to content scripts. Chromium keeps it over
 * restarts; done at each start all the same, since an older installation may have been open. Firefox has it
 * for `session` alone.
 */
export async function closeStorage(): Promise<void> {
  const areas: object[] = [browser.storage.local, browser.storage.managed];
  for (const area of areas) {
    if (hasAccessLevel(area)) await area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
  }
}

interface AccessLevel {
  setAccessLevel(options: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

function hasAccessLevel(area: object): area is AccessLevel {
  return "setAccessLevel" in area && typeof area.setAccessLevel === "function";
}
