/** The settings: what each may be, and what it is until the user or the firm says otherwise. */
import * as z from "zod/mini";
import { type Snippet, snippetSchema, unknownPlaceholders } from "../model/snippets.ts";
import { isRecordLink } from "./record-link.ts";

/** The parts of the form that can be left out; name, job title, company, location and job are always in it. */
export const formParts = [
  "role",
  "note",
  "task",
  "list",
  "workEmail",
  "personalEmail",
  "emails",
  "phones",
  "nameParts",
  "externalId",
  "fields",
] as const;
export type FormPart = (typeof formParts)[number];

export interface Settings {
  /** What a click on the toolbar button does: opens the form, or saves at once what is certain. */
  toolbarMode: "form" | "save";
  /** Shortcut and menus put the person into the tray, to be sent together with others later. */
  collectInTray: boolean;
  /** Seconds in which a one-click save can be undone; 0 sends at once. */
  graceSeconds: number;
  /** The job that is in the form when it opens. */
  defaultJob: "last" | "none";
  /** Left out of the form while they are empty. Not those shown: a part that is new one day is shown. */
  hiddenFields: FormPart[];
  /** Where a person's record is, with `{id}` in it; empty when it is not known: no address is invented. */
  recordLink: string;
  /** The popup closes by itself a moment after a save that went well. */
  closeAfterSave: boolean;
  /** Finished saves kept for the list of recent ones. */
  historyLength: number;
  /** A system notification after a one-click save. */
  notifications: boolean;
  /** Shows on the toolbar whether the profile in view is in Stardex; needs access to LinkedIn. */
  liveBadge: boolean;
  /** Offers the button that scrolls the profile to Experience; the page is never scrolled without a click on it. */
  allowScroll: boolean;
  /** Pieces of text for messages and notes. */
  snippets: Snippet[];
  /** Shows what the firm wrote down about a known person, and lets the user log what was done. */
  teamMemory: boolean;
  /** The firm's own fields that always stand in the form, by name; the user can pin more. */
  pinnedFields: string[];
  /** The firm's own fields without which nothing is saved, by name. */
  requiredFields: string[];
}

export type SettingName = keyof Settings;

export const defaultSettings: Settings = {
  toolbarMode: "form",
  collectInTray: false,
  graceSeconds: 5,
  defaultJob: "last",
  hiddenFields: [],
  recordLink: "",
  closeAfterSave: true,
  historyLength: 200,
  notifications: false,
  liveBadge: false,
  allowScroll: true,
  snippets: [],
  teamMemory: true,
  pinnedFields: [],
  requiredFields: [],
};

export const settingNames = Object.keys(defaultSettings) as SettingName[];

/** The bounds of the number settings, for the schema and for the fields that take them. */
export const numberBounds = {
  graceSeconds: { least: 0, most: 30 },
  historyLength: { least: 0, most: 1000 },
} as const;

const numberWithin = ({ least, most }: { least: number; most: number }) =>
  z.int().check(z.minimum(least), z.maximum(most));

/** More than anybody finds again in a menu. */
const MOST_SNIPPETS = 50;

const snippetsSchema = z.array(snippetSchema).check(
  z.maxLength(MOST_SNIPPETS),
  z.refine((snippets) => new Set(snippets.map(({ name }) => name)).size === snippets.length),
  z.refine((snippets) => snippets.every(({ text }) => unknownPlaceholders(text).length === 0)),
);

const fieldNames = z.array(z.string().check(z.trim(), z.minLength(1)));

const settingSchemas: { [Name in SettingName]: z.ZodMiniType<Settings[Name]> } = {
  toolbarMode: z.enum(["form", "save"]),
  collectInTray: z.boolean(),
  graceSeconds: numberWithin(numberBounds.graceSeconds),
  defaultJob: z.enum(["last", "none"]),
  hiddenFields: z.array(z.enum(formParts)),
  recordLink: z.string().check(z.refine((text) => text === "" || isRecordLink(text))),
  closeAfterSave: z.boolean(),
  historyLength: numberWithin(numberBounds.historyLength),
  notifications: z.boolean(),
  allowScroll: z.boolean(),
  liveBadge: z.boolean(),
  snippets: snippetsSchema,
  teamMemory: z.boolean(),
  pinnedFields: fieldNames,
  requiredFields: fieldNames,
};

/** Some settings, each at a value of its own. */
export type Choices = Partial<Settings>;

/** The settings among `entries` that are what they should be, and the names of those that are not. */
export function parseChoices(
  entries: Record<string, unknown>,
  names: readonly SettingName[] = settingNames,
): { choices: Choices; wrong: SettingName[] } {
  const choices: Record<string, unknown> = {};
  const wrong: SettingName[] = [];
  for (const name of names) {
    if (entries[name] === undefined) continue;
    const result = z.safeParse(settingSchemas[name], entries[name]);
    if (result.success) choices[name] = result.data;
    else wrong.push(name);
  }
  // The compiler does not see that each value has passed the schema of its own name.
  return { choices: choices as Choices, wrong };
}
