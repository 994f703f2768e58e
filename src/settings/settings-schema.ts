/** The settings its user has: what each may be, and what it is until somebody says otherwise. */
import * as z from "zod/mini";
import { isRecordLink } from "./record-link.ts";

/** The parts of the form that can be left out; name, job title, company, location and job stand in it always. */
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
] as const;
export type FormPart = (typeof formParts)[number];

export const preferenceFields = {
  /** What a click on the toolbar button does: opens the form, or saves at once what is certain. */
  toolbarMode: z.enum(["form", "save"]),
  /** Seconds in which a one-click save can be undone; 0 sends at once. */
  graceSeconds: z.int().check(z.minimum(0), z.maximum(30)),
  /** The job that stands in the form when it opens. */
  defaultJob: z.enum(["last", "none"]),
  /** Left out of the form while they are empty. Not those shown: a part that is new one day is shown. */
  hiddenFields: z.array(z.enum(formParts)),
  /** Where a person's record is, with `{id}` in it; empty when it is not known: no address is invented. */
  recordLink: z.string().check(z.refine((text) => text === "" || isRecordLink(text))),
  /** Finished saves kept for the list of recent ones. */
  historyLength: z.int().check(z.minimum(0), z.maximum(1000)),
  /** A system notification after a one-click save. */
  notifications: z.boolean(),
  /** Tells on the toolbar whether the profile in view is in Stardex; needs access to LinkedIn. */
  liveBadge: z.boolean(),
} as const;

export type PreferenceName = keyof typeof preferenceFields;

export const preferenceNames = Object.keys(preferenceFields) as PreferenceName[];

const preferencesSchema = z.object({ version: z.literal(1), ...preferenceFields });
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = {
  version: 1,
  toolbarMode: "form",
  graceSeconds: 5,
  defaultJob: "last",
  hiddenFields: [],
  recordLink: "",
  historyLength: 200,
  notifications: false,
  liveBadge: false,
};
