/**
 * How the user wants the extension to work: own choices, under what the firm has set by policy. Only what
 * was chosen is stored, so that a policy's default, or a later one of ours, still counts. The API key is no
 * setting.
 */
import browser, { type Storage } from "webextension-polyfill";
import * as z from "zod/mini";
import { StoredValueError, storageItem } from "../storage/storage-item.ts";
import { readPolicy } from "./policy.ts";
import {
  type Choices,
  defaultSettings,
  parseChoices,
  type SettingName,
  type Settings,
  settingNames,
} from "./settings-schema.ts";

export { type Choices, defaultSettings, type Settings } from "./settings-schema.ts";

const KEY = "settings";
const storedSchema = z
  .looseObject({ version: z.literal(1) })
  .check(z.refine((stored) => parseChoices(stored).wrong.length === 0));
type Stored = z.infer<typeof storedSchema>;
const item = storageItem<Stored, Stored>(KEY, storedSchema, { version: 1 });

/** The settings in force, and who set them. */
export interface EffectiveSettings {
  values: Settings;
  /** What the user has chosen, whether or not the policy lets it count. */
  chosen: Choices;
  /** What the user cannot change: the firm has set it. */
  locked: ReadonlySet<SettingName>;
  /** Entries of the policy that are not what they should be. */
  policyProblems: string[];
  /** The user's choices cannot be read (damage, or a newer version wrote them): they count as none. */
  isUnreadable: boolean;
}

export async function readSettings(): Promise<EffectiveSettings> {
  const [policy, stored] = await Promise.all([readPolicy(), readChoices()]);
  const locked = new Set(settingNames.filter((name) => policy.locked.has(name)));
  const chosen = stored ?? {};
  return {
    values: { ...defaultSettings, ...policy.values, ...without(chosen, locked) },
    chosen,
    locked,
    policyProblems: policy.problems,
    isUnreadable: stored === null,
  };
}

/** The user's choices; null when they cannot be read. */
async function readChoices(): Promise<Choices | null> {
  try {
    return parseChoices(await item.get()).choices;
  } catch (error) {
    if (error instanceof StoredValueError) return null;
    throw error;
  }
}

function without(choices: Choices, names: ReadonlySet<SettingName>): Choices {
  const left = { ...choices };
  for (const name of names) delete left[name];
  return left;
}

export const settings = {
  /** Those in force. Choices that cannot be read count as none: the settings page says so. */
  get: async (): Promise<Settings> => (await readSettings()).values,

  /**
   * Stores choices; those that the policy has locked are left out. Rejects with StoredValueError when what
   * is stored cannot be read: that is not overwritten unasked.
   */
  change(changes: Choices): Promise<void> {
    return navigator.locks.request("stardex-capture/settings", async () => {
      const { locked } = await readPolicy();
      const allowed = without(changes, new Set(settingNames.filter((name) => locked.has(name))));
      await item.set({ ...(await item.get()), ...allowed });
    });
  },

  /** Back to what counts when nothing was chosen. */
  reset: item.remove,

  /** What is stored, as it is: for a user who wants to keep what cannot be read. */
  raw: async (): Promise<string> => JSON.stringify((await browser.storage.local.get(KEY))[KEY], null, 2),

  /** Calls back after every change, by the user or the policy, until the returned function is called. */
  watch(callback: () => void): () => void {
    const listener = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === "managed" || (area === "local" && KEY in changes)) callback();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};
