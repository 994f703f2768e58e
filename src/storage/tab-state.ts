/**
 * What our toolbar button says in each tab. Kept in storage.session, since the worker dies and tab ids end with
 * the browser; written by the worker alone, one change at a time, and read by the popup as well.
 */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { canonicalUrl, readAddress } from "../linkedin/profile-url.ts";
import { dropCaches } from "./cache.ts";

/** Why one click was not enough; nothing was stored or sent. */
export const refusals = [
  "no_profile",
  "unreadable", // a page that may not be read: crashed, discarded, or just gone
  "not_sure_who", // a profile, but not provably this person's, or not readable
  "no_name",
  "no_key",
  "not_stored", // the browser's storage refused
  "moved_on", // the tab went elsewhere before the page was read
  "link_no_address", // the link holds a member id: only the profile itself tells the address
  "link_no_name", // the page shows no name for the link, or several
] as const;
export type RefusalKind = (typeof refusals)[number];

const tabViewSchema = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("reading") }),
    z.object({
      kind: z.literal("refused"),
      reason: z.enum(refusals),
      /** The person to open an empty form for, when the page is another one. */
      linkedinUrl: z.nullable(z.string()),
    }),
    z.object({
      kind: z.enum(["grace", "working", "saved", "added", "already_there", "waiting", "needs_you"]),
      saveId: z.string(),
      name: z.string(),
      /** Of the job the person was to be put on. */
      jobName: z.nullable(z.string()),
      /** Epoch ms at which the save is sent; null outside the grace. */
      sentAt: z.nullable(z.number()),
      /** False where no employer was seen, so that none could be held against off-limits. */
      hasEmployer: z.boolean(),
    }),
    /** No save: the person waits in the tray. */
    z.object({ kind: z.literal("collected"), name: z.string() }),
    /** No save: the live badge found the person in Stardex. */
    z.object({ kind: z.literal("known"), name: z.nullable(z.string()) }),
  ]),
);
export type TabView = z.infer<typeof tabViewSchema>;
export type SaveView = Extract<TabView, { saveId: string }>;

const tabStateSchema = z.lazy(() =>
  z.object({
    /** Of this trigger: a later one replaces it. */
    id: z.string(),
    /** Where the tab was, by `placeOf`: elsewhere nothing of this is shown. */
    place: z.string(),
    /** What is to be saved, and on which job: the same again is a second trigger. Null: nothing is. */
    target: z.nullable(z.string()),
    /** Epoch ms of the trigger. */
    at: z.number(),
    /** Epoch ms until which a click on the button changes nothing. */
    ignoresClicksUntil: z.number(),
    view: tabViewSchema,
  }),
);
export type TabState = z.infer<typeof tabStateSchema>;

/** All tabs in one item, by id: they are read at each change of a save, and not the caches beside them. */
const KEY = "tabs";
const tabsSchema = z.catch(z.record(z.string(), z.unknown()), {});

async function storedTabs(): Promise<Record<string, unknown>> {
  return tabsSchema.parse((await browser.storage.session.get(KEY))[KEY]);
}

/** One place is one profile, its sub-pages and overlays included, or one address of any other page. */
export function placeOf(url: string): string {
  const { kind, publicId } = readAddress(url);
  if ((kind === "profile" || kind === "profile_sub_page") && publicId !== null) return canonicalUrl(publicId);
  return url.split("#", 1)[0] ?? url;
}

/** Null when there is none, or none that can be read. */
export async function tabState(tabId: number): Promise<TabState | null> {
  return tabStateSchema.safeParse((await storedTabs())[tabId]).data ?? null;
}

/** Those that can be read. */
export async function allTabStates(): Promise<[tabId: number, state: TabState][]> {
  return Object.entries(await storedTabs()).flatMap(([id, value]): [number, TabState][] => {
    const { data } = tabStateSchema.safeParse(value);
    return data ? [[Number(id), data]] : [];
  });
}

/** Rejects when it cannot be stored even without the caches, which share the quota of storage.session. */
export async function setTabState(tabId: number, state: TabState | null): Promise<void> {
  const { [tabId]: _before, ...others } = await storedTabs();
  const tabs = state ? { ...others, [tabId]: state } : others;
  // Nothing is left of the last tab either, once everything is forgotten.
  if (Object.keys(tabs).length === 0) return await browser.storage.session.remove(KEY);
  try {
    await browser.storage.session.set({ [KEY]: tabs });
  } catch {
    await dropCaches();
    await browser.storage.session.set({ [KEY]: tabs });
  }
}
