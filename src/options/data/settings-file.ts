/** The chosen settings as a file to take to another browser. The API key is no setting, and is never in it. */
import * as z from "zod/mini";
import { type Choices, parseChoices, type SettingName } from "../../settings/settings-schema.ts";

const FORMAT = "stardex-capture-settings";
const VERSION = 1;

/** A permission is given by hand, in each browser anew: a file cannot switch on what needs one. */
const needPermission = ["notifications", "liveBadge"] as const;

/** Only what was chosen: a default or a policy's value must not become a choice in the other browser. */
export function settingsFile(chosen: Choices, now: Date): string {
  const settings = { version: VERSION, ...portable(chosen) };
  return JSON.stringify({ format: FORMAT, exportedAt: now.toISOString(), settings }, null, 2);
}

function portable(choices: Choices): Choices {
  const kept = { ...choices };
  for (const name of needPermission) delete kept[name];
  return kept;
}

const fileSchema = z.object({
  format: z.literal(FORMAT),
  settings: z.looseObject({ version: z.number() }),
});

/** `not_settings`: some other file. `newer`: of a format this version does not know. */
export type SettingsFileProblem =
  | { kind: "not_settings" }
  | { kind: "newer" }
  | { kind: "wrong_values"; names: SettingName[] };

/** What a settings file would change; all of it or nothing. */
export function readSettingsFile(text: string): { choices: Choices } | { problem: SettingsFileProblem } {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return { problem: { kind: "not_settings" } };
  const { version, ...entries } = file.data.settings;
  if (version !== VERSION) return { problem: { kind: "newer" } };
  const { choices, wrong } = parseChoices(entries);
  if (wrong.length > 0) return { problem: { kind: "wrong_values", names: wrong } };
  return { choices: portable(choices) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
