/**
 * Tells on the button, if the user wants it and gave access to LinkedIn, whether the profile in view is
 * in Stardex. One look-up by address per profile in ten minutes, and none while calls are short.
 */
import browser, { type Tabs } from "webextension-polyfill";
import * as z from "zod/mini";
import { isMemberId, readAddress } from "../../linkedin/profile-url.ts";
import { settings } from "../../settings/settings.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { sessionCache, shareWork } from "../../storage/cache.ts";
import { placeOf, type TabView } from "../../storage/tab-state.ts";
import { storedConnection } from "../key/connection.ts";
import { cachedMatch, FRESH, rememberMatch } from "../lookups/match-cache.ts";
import type { PresentLimiter } from "../lookups/rate-store.ts";
import { isPassive, type TabButtons } from "./tab-buttons.ts";

const LINKEDIN = { origins: ["https://www.linkedin.com/*"] };

/** Epoch ms at which Stardex had nobody of this address. Without a name that says nothing of namesakes. */
const absent = sessionCache("live-absent", z.number(), {
  capacity: 300,
  size: 100_000,
  maxAge: FRESH,
});

type KnownView = Extract<TabView, { kind: "known" }>;

interface Parts {
  buttons: Pick<TabButtons, "change" | "forgetKnown">;
  clientFor: (key: string) => Pick<StardexClient, "findPerson">;
  limiter: Pick<PresentLimiter, "roomForLookUp">;
  /** Epoch ms. */
  now: () => number;
}

export function createLiveBadge({ buttons, clientFor, limiter, now }: Parts) {
  const asking = new Map<string, Promise<KnownView | null>>();

  /** Null when the person is not there, when nobody may ask now, and when there is no answer: the badge then says nothing. */
  async function knownAt(linkedinUrl: string): Promise<KnownView | null> {
    const connection = await storedConnection();
    if (!connection || connection.refused) return null;
    const { key, workspace } = connection;
    const cached = await cachedMatch(workspace, linkedinUrl, now());
    if (cached) return cached.state === "known" ? { kind: "known", name: cached.person.name } : null;
    if (isFresh(await absent.get(workspace, linkedinUrl), now())) return null;
    if (!(await limiter.roomForLookUp())) return null;
    const person = await clientFor(key).findPerson(linkedinUrl);
    if (!person) {
      await absent.set(workspace, linkedinUrl, now());
      return null;
    }
    await rememberMatch(workspace, linkedinUrl, { state: "known", at: now(), person });
    return { kind: "known", name: person.name };
  }

  async function show(tabId: number, place: string, view: TabView): Promise<void> {
    await buttons.change(tabId, async (before) => {
      if (before && !isPassive(before.view)) return before;
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      if (placeOf(tab?.url ?? "") !== place) return before;
      return { id: crypto.randomUUID(), place, target: null, at: now(), ignoresClicksUntil: 0, view };
    });
  }

  return {
    /** After a change of the settings: switched on it looks, switched off it leaves no standing access behind. */
    async applySetting(): Promise<void> {
      if ((await settings.get()).liveBadge) return await this.lookAtAll();
      await browser.permissions.remove(LINKEDIN);
      await buttons.forgetKnown();
    },

    /** Looks at a tab, if it is in view and shows a profile by its slug. Never rejects. */
    async look({ id, url, active }: Tabs.Tab): Promise<void> {
      const linkedinUrl = url === undefined ? null : profileOf(url);
      if (id === undefined || !active || linkedinUrl === null || !(await isOn())) return;
      try {
        // A tab is activated and updated at once, and two windows may show one profile.
        const view = await shareWork(asking, linkedinUrl, () => knownAt(linkedinUrl));
        if (view) await show(id, linkedinUrl, view);
      } catch (error) {
        if (!(error instanceof StardexError)) console.warn("The live badge could not tell", error);
      }
    },

    /** Every window's tab in view: after the switch was turned on. */
    async lookAtAll(): Promise<void> {
      for (const tab of await browser.tabs.query({ active: true })) await this.look(tab);
    },
  };
}

/** Access that was taken back in the browser's own settings switches the badge off. */
export async function followAccess(): Promise<void> {
  if (await browser.permissions.contains(LINKEDIN)) return;
  if ((await settings.get()).liveBadge) await settings.change({ liveBadge: false });
}

async function isOn(): Promise<boolean> {
  return (await settings.get()).liveBadge && (await browser.permissions.contains(LINKEDIN));
}

function profileOf(url: string): string | null {
  const { kind, publicId } = readAddress(url);
  const isProfile = kind === "profile" || kind === "profile_sub_page";
  return isProfile && publicId !== null && !isMemberId(publicId) ? placeOf(url) : null;
}

function isFresh(at: number | undefined, now: number): boolean {
  return at !== undefined && at <= now && now - at < FRESH;
}
