/// <reference types="chrome" />
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright";
import { ONBOARDING_PAGE } from "../../src/protocol/pages.ts";
import { SANDBOX_KEY, type Sandbox } from "../sandbox/start-sandbox.ts";
import { extensionIdOf, readManifest } from "./chromium/extension-id.ts";
import { findChromium } from "./chromium/find-chromium.ts";
import { flags } from "./chromium/flags.ts";
import { homeTab } from "./chromium/home-tab.ts";
import { killBrowser } from "./chromium/kill-browser.ts";
import { killWorker } from "./chromium/kill-worker.ts";
import { makeFresh } from "./chromium/make-fresh.ts";
import { openedPopup } from "./chromium/open-popup.ts";
import { triggerAction } from "./chromium/trigger-action.ts";
import { words } from "./words.ts";

export interface LaunchOptions {
  /** Where LinkedIn and Stardex are played. */
  sandbox: Pick<Sandbox, "port">;
  headless?: boolean;
  /** Kept after closing when given; else a new one, removed at the end. */
  profileDir?: string;
  extensionDir?: string;
  /** Folders of other extensions, installed beside ours. */
  otherExtensions?: string[];
  /** CSS px, as `1024x600`; only a headless browser obeys. */
  screen?: string;
  /** Page zoom of every page, in percent, as the browser's settings have it. */
  zoom?: number;
  /** With our button on the toolbar itself, where a mouse finds it. */
  pinned?: boolean;
  /** Of the browser itself, as Linux names it (`pt_BR`); else American English. */
  language?: string;
}

export type TestBrowser = Awaited<ReturnType<typeof launch>>;

/** Chromium with the built extension, seeing the sandbox as LinkedIn and Stardex, and nothing of the network. */
export async function launch(options: LaunchOptions) {
  const extensionDir = resolve(options.extensionDir ?? "dist");
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), "stardex-profile-")));
  const isInstall = !existsSync(join(profileDir, "Default"));
  if (isInstall) {
    await writePreferences(profileDir, options.pinned ? [extensionIdOf(extensionDir)] : [], options.zoom);
  }
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: findChromium(),
    headless: options.headless ?? true,
    args: flags([extensionDir, ...(options.otherExtensions ?? [])], options.sandbox.port, options.screen),
    viewport: null,
    ignoreHTTPSErrors: true,
    // Playwright's own folder ends with the test that started the browser.
    downloadsPath: join(profileDir, "Downloads"),
    env: options.language ? { ...process.env, LANGUAGE: options.language } : process.env,
    // For pages, Playwright's locale counts more than the browser's language.
    locale: options.language?.replace("_", "-") ?? "en-US",
  });
  const browser = context.browser();
  if (!browser) throw new Error("A persistent context came without its browser");
  const id = extensionIdOf(extensionDir);
  const base = `chrome-extension://${id}/`;
  const manifest = readManifest(extensionDir);
  // The first steps open by themselves, in the tab that is there or a new one: it must not open in the middle of a test.
  if (isInstall) await pageAt(context, base + ONBOARDING_PAGE);

  /** `section`: the tab or section that the address names. */
  async function openOptions(section = ""): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${base}${manifest.options_ui.page}${section && `#${section}`}`);
    return page;
  }

  return {
    context,
    profileDir,
    extensionId: () => id,
    openOptions,

    /** The page of the first steps, as it opened after the installation. */
    onboarding: () => pageAt(context, base + ONBOARDING_PAGE),

    /** A tab on a LinkedIn URL. */
    async visit(url: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },

    /** A real click on the toolbar button over `page`; gives the popup it opens. */
    async clickToolbar(page: Page): Promise<Page> {
      return openedPopup(browser, profileDir, base + manifest.action.default_popup, () =>
        triggerAction(browser, page, id),
      );
    },

    /** The same click where no popup opens. */
    async pressToolbar(page: Page): Promise<void> {
      await triggerAction(browser, page, id);
    },

    /** The popup that opens while `open` is done, whoever opens it. */
    async popupAfter(open: () => Promise<void>): Promise<Page> {
      return openedPopup(browser, profileDir, base + manifest.action.default_popup, open);
    },

    /** The panel that opens while `open` is done. */
    async panelAfter(open: () => Promise<void>): Promise<Page> {
      return openedPopup(browser, profileDir, base + manifest.side_panel.default_path, open);
    },

    /** The panel beside `page`, opened as the user does from the popup. */
    async openPanel(page: Page): Promise<Page> {
      const popup = await this.clickToolbar(page);
      const keepOpen = popup.getByRole("button", { name: words("panel_keep_open") });
      // The popup goes with the click, and may take its answer along; without a panel this fails all the same.
      return this.panelAfter(() => keepOpen.click().catch(() => undefined));
    },

    /** Connects the extension to the sandbox by the message its own pages send, without their UI. */
    async connect(key: string = SANDBOX_KEY): Promise<void> {
      const page = await homeTab(context, base);
      const answer = await page.evaluate(
        (message) => chrome.runtime.sendMessage(message) as Promise<{ answer?: { ok: boolean } } | undefined>,
        { type: "connection.connect", request: { key } },
      );
      if (!answer?.answer?.ok) throw new Error(`The extension did not connect: ${JSON.stringify(answer)}`);
      // What a save came to stays in the popup, for the test to look at it.
      await page.evaluate(async () => {
        const { settings } = await chrome.storage.local.get("settings");
        await chrome.storage.local.set({
          settings: { version: 1, closeAfterSave: false, ...(settings ?? {}) },
        });
      });
    },

    /** The running service worker; waits for its start. */
    worker: () => workerOf(context, base),

    killWorker: () => killWorker(context, base),

    /** As after the installation, but for the page of the first steps. */
    makeFresh: () => makeFresh(context, base),

    /** With SIGKILL. The profile folder, if it was given, holds what the browser had written. */
    killBrowser: () => killBrowser(context),

    async close(): Promise<void> {
      await context.close();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** `pinned`: extensions on the toolbar itself. Without developer mode Chromium leaves an unpacked one disabled when it is reloaded. */
async function writePreferences(profileDir: string, pinned: string[], zoom = 100): Promise<void> {
  await mkdir(join(profileDir, "Default"), { recursive: true });
  const preferences = {
    extensions: { ui: { developer_mode: true }, pinned_extensions: pinned },
    // Chromium counts zoom in powers of 1.2, by the folder of the profile's storage ("x" is the default one).
    partition: { default_zoom_level: { x: Math.log(zoom / 100) / Math.log(1.2) } },
  };
  await writeFile(join(profileDir, "Default", "Preferences"), JSON.stringify(preferences));
}

/** The first page on this URL, already there or yet to come. */
async function pageAt(context: BrowserContext, url: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No page opened on ${url}`)), 15_000);
    const look = (page: Page) => {
      if (page.url() !== url) return;
      clearTimeout(timer);
      resolve(page);
    };
    const follow = (page: Page) => {
      look(page);
      page.on("domcontentloaded", look);
    };
    context.pages().forEach(follow);
    context.on("page", follow);
  });
}

async function workerOf(context: BrowserContext, base: string): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith(base);
  return (
    context.serviceWorkers().find(isOurs) ?? context.waitForEvent("serviceworker", { predicate: isOurs })
  );
}
