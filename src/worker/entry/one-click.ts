/**
 * One click, key or menu item, and the person is in the queue: reads the tab, keeps what is certain, writes
 * the save. In any doubt nothing is written and the form opens with the reason.
 */
import browser, { type Tabs } from "webextension-polyfill";
import type { TabReading } from "../../capture/read-tab.ts";
import { canonicalUrl, isMemberId, publicIdOfLink, readAddress } from "../../linkedin/profile-url.ts";
import type { PlacedJob, SaveDraft } from "../../model/save.ts";
import { settings } from "../../settings/settings.ts";
import { readSave } from "../../storage/saves.ts";
import { placeOf, type RefusalKind, type TabState, type TabView, tabState } from "../../storage/tab-state.ts";
import { addToTray } from "../batch/tray.ts";
import { storedConnection } from "../key/connection.ts";
import { rememberedJobs } from "../lookups/remembered-jobs.ts";
import type { SaveQueue } from "../queue/queue.ts";
import { draftOfLink, draftOfReading } from "./one-click-draft.ts";
import { isPassive, type TabButtons } from "./tab-buttons.ts";
import { viewOf } from "./tab-view.ts";

/** Ms in which a second click is the tail of a double click. */
const DOUBLE_CLICK = 2000;
/** Ms before a popup opens by itself: under the second half of a double click it would close again. */
const BEFORE_POPUP = 500;

/** What the user triggered. */
export interface Trigger {
  /** A click on the button itself: only that one can be meant twice by a double click on it. */
  isClick?: boolean;
  /** Instead of the remembered one. */
  job?: PlacedJob;
  /** The address of a link on the page, instead of the page's own person. */
  link?: string;
}

interface Parts {
  queue: Pick<SaveQueue, "accept">;
  buttons: Pick<TabButtons, "change" | "drawUnstored" | "openForm">;
  readTab: (tabId: number, url: string | undefined) => Promise<TabReading>;
  /** The one name the page shows for the link, or null. */
  readLinkName: (tabId: number, link: string) => Promise<string | null>;
  /** Epoch ms. */
  now: () => number;
}

/** What is to be saved, or why one click is not enough. */
type Found =
  | { draft: SaveDraft; reason?: never }
  | { draft?: never; reason: RefusalKind; linkedinUrl: string | null };
/** `workspace`: of the key in use when the page was read; the job is one of that firm. */
type Read = Found & { workspace: string | null };

export function createOneClick({ queue, buttons, readTab, readLinkName, now }: Parts) {
  async function trigger(tab: Tabs.Tab, entry: Trigger = {}): Promise<void> {
    if (tab.id === undefined) return;
    try {
      await save(tab, tab.id, entry);
    } catch (error) {
      // A click that does nothing and says nothing is the worst of answers.
      console.error("One click failed", error);
      await buttons.drawUnstored(tab.id, refusal("not_stored", null));
      await buttons.openForm(tab.id);
    }
  }

  async function save(tab: Tabs.Tab, tabId: number, entry: Trigger): Promise<void> {
    const place = placeOf(tab.url ?? "");
    const claim = newState(place, entry, now());
    const met = await claimTab(tabId, claim, entry.isClick === true);
    if (met === "double") return;
    if (met === "again") return await buttons.openForm(tabId);
    const view = await settle(tabId, claim, await find(tab, tabId, entry), entry);
    if (view?.kind !== "refused") return;
    await passTime(claim.at + BEFORE_POPUP - now());
    if ((await tabState(tabId))?.id === claim.id) await buttons.openForm(tabId);
  }

  /** Whether the trigger is the first on this, the tail of a double click, or meant to open the form. */
  async function claimTab(
    tabId: number,
    claim: TabState,
    isClick: boolean,
  ): Promise<"first" | "double" | "again"> {
    let met: "first" | "double" | "again" = "first";
    await buttons.change(tabId, async (before) => {
      const isSame = before?.place === claim.place && (isClick || before.target === claim.target);
      if (!before || !isSame || isPassive(before.view)) return claim;
      met = claim.at - before.at < DOUBLE_CLICK ? "double" : "again";
      // Who opens the form while the page is still being read decides there.
      return met === "again" && before.view.kind === "reading" ? null : before;
    });
    return met;
  }

  /** No page is read before there is a key: until then nobody has agreed to it. */
  async function find(tab: Tabs.Tab, tabId: number, entry: Trigger): Promise<Read> {
    const { workspace = null } = (await storedConnection()) ?? {};
    if (workspace === null) return { ...refused("no_key"), workspace };
    const found =
      entry.link === undefined
        ? await findPerson(tab, tabId, entry)
        : await findLinked(tabId, entry.link, entry);
    return { ...found, workspace };
  }

  async function findPerson(tab: Tabs.Tab, tabId: number, { job }: Trigger): Promise<Found> {
    const reading = await readTab(tabId, tab.url);
    if (reading.result !== "profile") return refused(reasonOf(reading));
    if (!isOf(placeOf(tab.url ?? ""), reading.linkedinUrl)) return refused("not_sure_who");
    const draft = draftOfReading(reading, await jobsFor(job));
    return draft ? { draft } : refused("no_name");
  }

  async function findLinked(tabId: number, link: string, { job }: Trigger): Promise<Found> {
    const publicId = publicIdOfLink(link);
    if (publicId === null || isMemberId(publicId)) return refused("link_no_address");
    const linkedinUrl = canonicalUrl(publicId);
    const name = await readLinkName(tabId, link);
    const draft = name === null ? null : draftOfLink(linkedinUrl, name, await jobsFor(job));
    return draft ? { draft } : refused("link_no_name", linkedinUrl);
  }

  /** Writes the save, if the tab is still where it was triggered; gives what the button says from then on. */
  async function settle(
    tabId: number,
    claim: TabState,
    found: Read,
    { isClick }: Trigger,
  ): Promise<TabView | undefined> {
    let view: TabView | undefined;
    const { graceSeconds, collectInTray } = await settings.get();
    const take = (draft: SaveDraft) =>
      collectInTray && !isClick ? collect(draft) : acceptSave(draft, found.workspace, graceSeconds * 1000);
    await buttons.change(tabId, async (before) => {
      // Whoever took the claim meanwhile (a move, a second trigger) has said what the button says.
      if (before?.id !== claim.id || before.view.kind !== "reading") return before;
      if (placeOf((await urlOf(tabId)) ?? "") !== claim.place) return null;
      view = found.draft ? await take(found.draft) : refusal(found.reason, found.linkedinUrl);
      return { ...claim, view };
    });
    return view;
  }

  async function collect(draft: SaveDraft): Promise<TabView> {
    const isTaken = await addToTray(draft, now());
    return isTaken ? { kind: "collected", name: draft.name } : refusal("no_key", null);
  }

  async function acceptSave(draft: SaveDraft, workspace: string | null, graceMs: number): Promise<TabView> {
    const answer = await queue.accept(draft, workspace, graceMs);
    if (!answer.ok) return refusal(answer.problem.kind === "not_connected" ? "no_key" : "not_stored", null);
    const record = await readSave(answer.id);
    return record ? viewOf(record, now()) : refusal("not_stored", null);
  }

  return { trigger };
}

function newState(place: string, { isClick, job, link }: Trigger, at: number): TabState {
  return {
    id: crypto.randomUUID(),
    place,
    target: [link ?? place, job?.job.id ?? "no job"].join(" "),
    at,
    ignoresClicksUntil: isClick ? at + DOUBLE_CLICK : at,
    view: { kind: "reading" },
  };
}

async function jobsFor(job: PlacedJob | undefined): Promise<PlacedJob[]> {
  if (job) return [job];
  const [{ last }, { defaultJob }] = await Promise.all([rememberedJobs(), settings.get()]);
  return last && defaultJob === "last" ? [last] : [];
}

/** The person read is the one of the address; a member id and `/in/me` name nobody to compare with. */
function isOf(place: string, linkedinUrl: string): boolean {
  const { publicId } = readAddress(place);
  return publicId === null || isMemberId(publicId) || place === linkedinUrl;
}

function refused(reason: RefusalKind, linkedinUrl: string | null = null): Found {
  return { reason, linkedinUrl };
}

function refusal(reason: RefusalKind, linkedinUrl: string | null): TabView {
  return { kind: "refused", reason, linkedinUrl };
}

function reasonOf({ result }: Exclude<TabReading, { result: "profile" }>): RefusalKind {
  if (result === "unreachable_page") return "unreadable";
  const isProfile =
    result === "still_loading" || result === "other_person_on_page" || result === "unrecognized_layout";
  return isProfile ? "not_sure_who" : "no_profile";
}

async function urlOf(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
}

function passTime(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
