/** The settings as a file to take to another browser. The API key is no setting, and is never in it. */
import * as z from "zod/mini";
import { type PreferenceChanges, parseChoices } from "../../settings/settings.ts";
import { type PreferenceName, type Preferences, preferenceNames } from "../../settings/settings-schema.ts";

const FORMAT = "stardex-capture-settings";

/** A permission is given by hand, in each browser anew: a file cannot switch on what needs one. */
const needPermission = ["notifications", "liveBadge"] as const;

export function settingsFile(values: Preferences, now: Date): string {
  const portable: Partial<Preferences> = { ...values };
  for (const name of needPermission) delete portable[name];
  return JSON.stringify({ format: FORMAT, exportedAt: now.toISOString(), settings: portable }, null, 2);
}

const fileSchema = z.object({
  format: z.literal(FORMAT),
  settings: z.looseObject({ version: z.number() }),
});

/** `not_settings`: some other file. `newer`: of a format this version does not know. */
export type SettingsFileProblem =
  | { kind: "not_settings" }
  | { kind: "newer" }
  | { kind: "wrong_values"; names: PreferenceName[] };

/** What a file of ours would change; all of it or nothing. */
export function readSettingsFile(
  text: string,
): { changes: PreferenceChanges } | { problem: SettingsFileProblem } {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return { problem: { kind: "not_settings" } };
  const choices = parseChoices(file.data.settings);
  if ("wrong" in choices) {
    const names = preferenceNames.filter((name) => choices.wrong.includes(name));
    return { problem: names.length === 0 ? { kind: "newer" } : { kind: "wrong_values", names } };
  }
  const changes = { ...choices.changes };
  for (const name of needPermission) delete changes[name];
  return { changes };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
