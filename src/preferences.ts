/** How its user wants it to work. Her own, whatever the key; the API key is no part of it. */
import * as z from "zod/mini";
import { storageItem } from "./settings.ts";

export const preferencesSchema = z.object({
  version: z.literal(1),
  /** What a click on the toolbar button does: opens the form, or saves at once what is certain. */
  toolbarMode: z.enum(["form", "save"]),
  /** Seconds in which a one-click save can be undone; 0 sends at once. */
  graceSeconds: z.number().check(z.minimum(0), z.maximum(30)),
  /** The job that stands in the form when it opens. */
  defaultJob: z.enum(["last", "none"]),
  /** Where a person's record is, with `{id}` in it; empty when it is not known: no address is invented. */
  recordLink: z.string(),
  /** Finished saves kept for the list of recent ones. */
  historyLength: z.number().check(z.minimum(0), z.maximum(1000)),
  /** A system notification after a one-click save. */
  notifications: z.boolean(),
  /** Tells on the toolbar whether the profile in view is in Stardex; needs access to LinkedIn. */
  liveBadge: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = {
  version: 1,
  toolbarMode: "form",
  graceSeconds: 5,
  defaultJob: "last",
  recordLink: "",
  historyLength: 200,
  notifications: false,
  liveBadge: false,
};

export const preferences = storageItem("preferences", preferencesSchema, defaultPreferences);
