/** The one holder of the API key, pasted by the user or set by policy. Pages learn its last four characters, logs and errors nothing. */
import * as z from "zod/mini";
import { readApiKey } from "../../model/api-key.ts";
import type { Problem } from "../../model/problem.ts";
import type { Connection } from "../../protocol/messages.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { announce } from "../../storage/changes.ts";
import { database } from "../../storage/database.ts";
import { storageProblem } from "../../storage/storage-problem.ts";
import { fingerprint } from "./fingerprint.ts";
import { managedKey } from "./managed-key.ts";

/** What Stardex last said of a key. */
const verdictSchema = z.object({
  version: z.literal(1),
  workspace: z.string(),
  /** Epoch ms of the last time Stardex accepted it on being asked. */
  verifiedAt: z.number(),
  refused: z.boolean(),
});
const ownSchema = z.extend(verdictSchema, { key: z.string() });
export type StoredConnection = z.infer<typeof ownSchema>;

/** Names in the database's store `connection`. The key of a policy itself stays in the policy. */
const OWN = "own";
const POLICY = "policy";

/** The policy's part of the question which key is in use: read before a transaction, which waits for nothing else. */
export interface PolicyKey {
  /** Null when no usable one is set. */
  set: { key: string; workspace: string; isLocked: boolean } | null;
  isUnusable: boolean;
}

export async function readPolicyKey(): Promise<PolicyKey> {
  const managed = await managedKey();
  if (managed.state !== "set") return { set: null, isUnusable: managed.state === "unusable" };
  const { key, isLocked } = managed;
  return { set: { key, workspace: await fingerprint(key), isLocked }, isUnusable: false };
}

/** Of the database, or of a transaction on its store `connection`. */
type Read = (name: string) => Promise<unknown>;

/** The user's own key, or the organization's when there is none or it is locked. */
async function inUse({ set }: PolicyKey, read: Read) {
  // What cannot be read is as good as none: the user pastes the key again.
  const own = ownSchema.safeParse(await read(OWN)).data ?? null;
  if (!set || (own && !set.isLocked)) return { connection: own, isPolicy: false };
  // A key from a policy is taken as it is: Stardex' first answer shows whether it is right.
  const verdict = verdictSchema.safeParse(await read(POLICY)).data;
  const { verifiedAt, refused } =
    verdict?.workspace === set.workspace ? verdict : { verifiedAt: 0, refused: false };
  const { key, workspace } = set;
  const connection: StoredConnection = { version: 1, key, workspace, verifiedAt, refused };
  return { connection, isPolicy: true };
}

/** The key in use and its workspace, or null. */
export async function connectionIn(policy: PolicyKey, read: Read): Promise<StoredConnection | null> {
  return (await inUse(policy, read)).connection;
}

async function readNow(name: string): Promise<unknown> {
  return await (await database()).get("connection", name);
}

export async function storedConnection(): Promise<StoredConnection | null> {
  return await connectionIn(await readPolicyKey(), readNow);
}

/** What a page may know. */
export async function publicConnection(): Promise<Connection> {
  const policy = await readPolicyKey();
  const { connection, isPolicy } = await inUse(policy, readNow);
  const byOrganization = policy.isUnusable ? "unusable" : isPolicy ? "in_use" : undefined;
  const organizationKey = byOrganization ? ({ organizationKey: byOrganization } as const) : {};
  if (!connection) return { state: "not_connected", ...organizationKey };
  const { key, workspace, refused } = connection;
  return {
    state: "connected",
    keyEnd: key.slice(-4),
    workspace,
    refused,
    ...organizationKey,
    ...(policy.set?.isLocked ? { isLocked: true } : {}),
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
    const own: StoredConnection = { version: 1, key, workspace, verifiedAt: Date.now(), refused: false };
    await (await database()).put("connection", own, OWN);
    announce({ kind: "connection" });
    return undefined;
  } catch (error) {
    return error instanceof StardexError ? error.problem : storageProblem(error);
  }
}

export async function removeConnection(): Promise<void> {
  await (await database()).delete("connection", OWN);
  announce({ kind: "connection" });
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
  const policy = await readPolicyKey();
  const transaction = (await database()).transaction("connection", "readwrite");
  const { connection, isPolicy } = await inUse(policy, (name) => transaction.store.get(name));
  if (connection?.workspace !== used.workspace || connection.verifiedAt !== used.verifiedAt) return;
  const { version, workspace } = connection;
  if (isPolicy) await transaction.store.put({ version, workspace, ...verdict }, POLICY);
  else await transaction.store.put({ ...connection, ...verdict }, OWN);
  await transaction.done;
  announce({ kind: "connection" });
}
