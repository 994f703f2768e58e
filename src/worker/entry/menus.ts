/** The context menus: on a profile's page, on the toolbar button, on links to profiles, and on selected text. */
import browser, { type Menus, type Tabs } from "webextension-polyfill";
import { t } from "../../i18n/words.ts";
import type { PlacedJob } from "../../model/save.ts";
import { LOG_PAGE } from "../../protocol/pages.ts";
import { settings } from "../../settings/settings.ts";
import { keepSelection } from "../../storage/selection.ts";
import { rememberedJobs } from "../lookups/remembered-jobs.ts";
import type { Trigger } from "./one-click.ts";

/** As many jobs as a menu offers. */
const JOBS = 3;
const LINKEDIN = "https://*.linkedin.com/*";
const PROFILES = [
  "https://*.linkedin.com/in/*",
  "https://*.linkedin.com/mwlite/*",
  "https://*.linkedin.com/pub/*",
];

/** The browser takes `&` for the mark of an access key. */
const plain = (text: string) => text.replaceAll("&", "&&");

let building: Promise<void> = Promise.resolve();

/** Builds the menus anew; one building at a time, since the browser has one set of them. */
export function buildMenus(): Promise<void> {
  building = building.then(build).catch((error: unknown) => console.warn("The menus were not built", error));
  return building;
}

async function build(): Promise<void> {
  const [jobs, { teamMemory }] = await Promise.all([jobsInMenu(), settings.get()]);
  await browser.contextMenus.removeAll();
  // The button's own menu has these in every tab: patterns do not count there.
  const onPage = { contexts: ["page", "action"] as Menus.ContextType[], documentUrlPatterns: PROFILES };
  const items: Menus.CreateCreatePropertiesType[] = [
    { ...onPage, id: "save", title: t("menu_save") },
    ...jobs.map(({ job }) => ({
      ...onPage,
      id: JOB_PREFIX + job.id,
      // A firm can have five searches of one name.
      title: t("menu_save_on_job", plain([job.name, job.clientCompanyName].filter(Boolean).join(" · "))),
    })),
    { ...onPage, id: "form", title: t("menu_open_form") },
    { ...onPage, id: "panel", title: t("menu_panel"), documentUrlPatterns: [LINKEDIN] },
    {
      id: "link",
      title: t("menu_save_link"),
      contexts: ["link"],
      targetUrlPatterns: PROFILES,
      documentUrlPatterns: [LINKEDIN],
    },
    // On every page: what was said in a mail belongs to the person as well. Only what is selected is read.
    ...(teamMemory ? [{ id: LOG, title: t("menu_log"), contexts: ["selection" as const] }] : []),
  ];
  for (const item of items) browser.contextMenus.create(item);
}

const JOB_PREFIX = "job:";
const LOG = "log";

/** The jobs of the last saves, each once, with the stage last used. */
async function jobsInMenu(): Promise<PlacedJob[]> {
  const { recent, last } = await rememberedJobs();
  return recent.slice(0, JOBS).map((job) => (last?.job.id === job.id ? last : { job }));
}

const LOG_WINDOW = { type: "popup", width: 460, height: 560 } as const;

/** A window of its own: the user chooses the person there, and nothing is logged before. */
async function openLogPage(text: string): Promise<void> {
  const id = await keepSelection(text);
  await browser.windows.create({ url: browser.runtime.getURL(`${LOG_PAGE}#${id}`), ...LOG_WINDOW });
}

interface Actions {
  trigger: (tab: Tabs.Tab, entry: Trigger) => Promise<void>;
  openForm: (tabId: number) => Promise<void>;
  /** Called before anything is awaited: the browser opens the panel only within the user's gesture. */
  openPanel: (tabId: number) => Promise<void>;
}

/** What is done for a chosen item. */
export async function runMenuItem(
  info: Menus.OnClickData,
  tab: Tabs.Tab | undefined,
  actions: Actions,
): Promise<void> {
  const item = String(info.menuItemId);
  if (item === LOG) return await openLogPage(info.selectionText ?? "");
  if (tab?.id === undefined) return;
  if (item === "panel") return await actions.openPanel(tab.id);
  if (item === "form") return await actions.openForm(tab.id);
  if (item === "link") return await actions.trigger(tab, { link: info.linkUrl ?? "" });
  if (item === "save") return await actions.trigger(tab, {});
  const job = (await jobsInMenu()).find((one) => JOB_PREFIX + one.job.id === item);
  // A job that was forgotten since the menu was drawn: the user chooses another.
  if (job) await actions.trigger(tab, { job });
  else await actions.openForm(tab.id);
}
