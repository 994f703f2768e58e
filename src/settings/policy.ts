/**
 * What an administrator has set by policy (storage.managed, public/managed-schema.json). The API key among
 * it is not read here: pages read this, and no page may hold the key (worker/key/managed-key.ts).
 */
import browser from "webextension-polyfill";
import { type Choices, parseChoices, settingNames } from "./settings-schema.ts";

/** What may be set; the live badge needs a permission that only the user can give, so it can only be locked. */
const settable = settingNames.filter((name) => name !== "liveBadge");

const lockable = ["apiKey", ...settingNames] as const;
type Lockable = (typeof lockable)[number];

export interface Policy {
  values: Choices;
  /** What the user may not change: it stays at the policy's value, or at the default without one. */
  locked: ReadonlySet<Lockable>;
  /** Names of entries that are not what they should be, in the administrator's spelling. */
  problems: string[];
}

/** Never rejects: what cannot be read is named and passed over. */
export async function readPolicy(): Promise<Policy> {
  const set = await readManaged([...settable, "lockedSettings"]);
  const { choices, wrong } = parseChoices(set, settable);
  const locks = lockedSettings(set.lockedSettings);
  return { values: choices, locked: locks.locked, problems: [...wrong, ...locks.problems] };
}

/** Whether the organization lets nobody save who is marked do-not-contact. Anything but `true` is no. */
export async function doesDoNotContactBlock(): Promise<boolean> {
  return (await readManaged(["doNotContactBlocks"])).doNotContactBlocks === true;
}

/** The policy's entries of these names; none where there is no policy (Firefox rejects then). */
export async function readManaged(names: string[]): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(names);
  } catch {
    return {};
  }
}

export function lockedSettings(set: unknown): { locked: ReadonlySet<Lockable>; problems: string[] } {
  if (set === undefined) return { locked: new Set(), problems: [] };
  if (!Array.isArray(set)) return { locked: new Set(), problems: ["lockedSettings"] };
  const isLockable = (name: unknown): name is Lockable => lockable.some((one) => one === name);
  return {
    locked: new Set(set.filter(isLockable)),
    problems: set
      .filter((name) => !isLockable(name))
      .map((name) => `lockedSettings: ${JSON.stringify(name)}`),
  };
}
