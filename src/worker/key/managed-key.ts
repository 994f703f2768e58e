/** The API key an administrator has set by policy. It is read here, in the background, and nowhere else. */
import { readApiKey } from "../../model/api-key.ts";
import { lockedSettings, readManaged } from "../../settings/policy.ts";

/** `unusable`: something is set that cannot be a key. `isLocked`: the user's own key does not count. */
export type ManagedKey = { state: "none" | "unusable" } | { state: "set"; key: string; isLocked: boolean };

export async function managedKey(): Promise<ManagedKey> {
  const set = await readManaged(["apiKey", "lockedSettings"]);
  if (set.apiKey === undefined || set.apiKey === "") return { state: "none" };
  const key = typeof set.apiKey === "string" ? readApiKey(set.apiKey) : null;
  if (key === null) return { state: "unusable" };
  return { state: "set", key, isLocked: lockedSettings(set.lockedSettings).locked.has("apiKey") };
}
