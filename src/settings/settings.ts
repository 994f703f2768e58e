/**
 * How its user wants it to work: her own choices, whatever the key, under what her organisation has set by
 * policy. Only what she chose is stored, so that a policy's default, or a later one of ours, still counts.
 * The API key is no part of it.
 */
import browser, { type Storage } from "webextension-polyfill";
import * as z from "zod/mini";
import { migrate, StoredValueError, storageItem } from "../storage/storage-item.ts";
import { readPolicy } from "./policy.ts";
import {
  defaultPreferences,
  type PreferenceName,
  type Preferences,
  preferenceFields,
  preferenceNames,
} from "./settings-schema.ts";

export { defaultPreferences, type Preferences } from "./settings-schema.ts";

const KEY = "preferences";
const chosenSchema = z.extend(z.partial(z.object(preferenceFields)), { version: z.literal(1) });
type Chosen = z.infer<typeof chosenSchema>;
export type PreferenceChanges = Partial<Omit<Preferences, "version">>;

/** `[0]` will make version 2 of version 1. */
const migrations = [] as const;

const item = storageItem<Chosen, Chosen>(KEY, chosenSchema, { version: 1 }, migrations);

/** The settings in force, and who set them. */
export interface EffectivePreferences {
  values: Preferences;
  /** What she cannot change: her organisation has set it. */
  locked: ReadonlySet<PreferenceName>;
  /** Entries of the policy that are not what they should be. */
  policyProblems: string[];
  /** Her own choices cannot be read (damage, or a newer version wrote them): they count as none. */
  isUnreadable: boolean;
}

export async function effectivePreferences(): Promise<EffectivePreferences> {
  const [policy, chosen] = await Promise.all([readPolicy(), readChosen()]);
  const locked = new Set(preferenceNames.filter((name) => policy.locked.has(name)));
  const own = Object.entries(chosen ?? {}).filter(([name]) => !locked.has(name as PreferenceName));
  return {
    values: { ...defaultPreferences, ...policy.values, ...Object.fromEntries(own), version: 1 },
    locked,
    policyProblems: policy.problems,
    isUnreadable: chosen === null,
  };
}

/** Her choices; null when they cannot be read. */
async function readChosen(): Promise<Chosen | null> {
  try {
    return await item.get();
  } catch (error) {
    if (error instanceof StoredValueError) return null;
    throw error;
  }
}

export const preferences = {
  /** Those in force. Choices that cannot be read count as none: the settings page tells of it. */
  get: async (): Promise<Preferences> => (await effectivePreferences()).values,

  /** Rejects with StoredValueError when what is stored cannot be read: that is not overwritten unasked. */
  change(changes: PreferenceChanges): Promise<void> {
    return navigator.locks.request("stardex-capture/preferences", async () =>
      item.set({ ...(await item.get()), ...changes }),
    );
  },

  /** Back to what counts when she has chosen nothing. */
  reset: item.remove,

  /** What is stored, as it is: for who wants to keep what cannot be read. */
  raw: async (): Promise<string> => JSON.stringify((await browser.storage.local.get(KEY))[KEY], null, 2),

  /** Calls back after every change, of hers or of the policy, until the returned function is called. */
  watch(callback: () => void): () => void {
    const listener = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === "managed" || (area === "local" && KEY in changes)) callback();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};

/**
 * Choices from outside, of this format or an older one: what they change, or the names of those that are not
 * what they should be (all of it, `version`, when the format is not known).
 */
export function parseChoices(value: unknown): { changes: PreferenceChanges } | { wrong: string[] } {
  try {
    const result = chosenSchema.safeParse(migrate(value, migrations));
    if (!result.success)
      return { wrong: [...new Set(result.error.issues.map(({ path }) => String(path[0])))] };
    const { version: _version, ...changes } = result.data;
    return { changes: changes as PreferenceChanges };
  } catch {
    return { wrong: ["version"] };
  }
}
