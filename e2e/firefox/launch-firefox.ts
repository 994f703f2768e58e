import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "@playwright/test";
import type { Browser } from "webextension-polyfill";
import type { Sandbox } from "../sandbox/start-sandbox.ts";
import { type Bidi, connectBidi } from "./bidi.ts";
import { startProxy } from "./proxy.ts";

/** What a window of Firefox itself has beside what a page's has. */
interface ChromeWindow {
  synthesizeMouseEvent(
    type: string,
    x: number,
    y: number,
    data: { button: number; clickCount: number },
  ): void;
}
declare const browser: Browser;

const POPUP = ".webextension-popup-browser";

/** Every look at it is a turn through two processes, and a fresh Firefox is busy with itself. */
export const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

interface Context {
  context: string;
  url: string;
}

interface Options {
  firefox: string;
  sandbox: Sandbox;
  /** The package for Firefox, a zip. */
  extension: string;
}

/** A headless Firefox with the packaged extension, which sees the sandbox as LinkedIn and Stardex. */
export async function launchFirefox({ firefox, sandbox, extension }: Options) {
  const profile = await mkdtemp(join(tmpdir(), "stardex-firefox-"));
  const proxy = await startProxy(sandbox.port);
  const child = start(firefox, profile);
  const bidi = await connected(child, proxy.address);
  await bidi.command("webExtension.install", { extensionData: { type: "archivePath", path: extension } });
  // It opens by itself, and is where our own code is spoken to from.
  const ownPage = await contextAt(bidi, "/onboarding.html");
  const [window] = (await tree(bidi, { "moz:scope": "chrome" })).map(({ context }) => context);
  if (!window) throw new Error("Firefox shows no window");
  const toolbar = window;

  return {
    bidi,
    /** The first steps, which have opened by themselves. */
    ownPage,

    /** A tab on a LinkedIn URL, in front. */
    async visit(url: string): Promise<string> {
      const { context } = await bidi.command<Context>("browsingContext.create", { type: "tab" });
      await bidi.command("browsingContext.navigate", { context, url, wait: "complete" });
      return context;
    },

    /** Mouse clicks on the extensions button of the toolbar and on our entry in its panel, as a person's. */
    async clickToolbar(): Promise<void> {
      await clickInWindow(bidi, toolbar, "#unified-extensions-button");
      await clickInWindow(bidi, toolbar, ".unified-extensions-item-action-button");
      await eventually(() => inView(bidi, ownPage, "popup", () => document.readyState)).toBe("complete");
    },

    /** Runs a function in the open popup; undefined when none is open. */
    inPopup: <T>(work: () => T) => inView(bidi, ownPage, "popup", work),

    /** The same in the sidebar, which holds the panel. */
    inPanel: <T>(work: () => T) => inView(bidi, ownPage, "sidebar", work),

    /** A mouse click on an element of the open popup. */
    async clickInPopup(selector: string): Promise<void> {
      const inside = await bidi.run(ownPage, middleInPopup, selector);
      await bidi.run(toolbar, clickAt, POPUP, inside);
    },

    async close(): Promise<void> {
      const exited = once(child, "exit");
      await bidi.close();
      await exited;
      proxy.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function start(firefox: string, profile: string): ChildProcess {
  // System access is for the clicks on the toolbar, which is no page.
  const remote = ["--remote-debugging-port=0", "--remote-allow-system-access"];
  const args = ["--headless", "--no-remote", "--profile", profile, ...remote];
  return spawn(firefox, args, { stdio: ["ignore", "ignore", "pipe"] });
}

async function connected(child: ChildProcess, proxy: string): Promise<Bidi> {
  try {
    return await connectBidi(await listeningAt(child), {
      acceptInsecureCerts: true,
      proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy },
    });
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** The address in Firefox' own words on standard error, which is read to its end: a full pipe would stop Firefox. */
function listeningAt({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error("Firefox was started without its standard error");
  const said: string[] = [];
  const lines = createInterface(stderr);
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      said.push(line);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    lines.on("close", () => reject(new Error(`Firefox did not start: ${said.join("\n")}`)));
  });
}

async function tree(bidi: Bidi, params: object = {}): Promise<Context[]> {
  return (await bidi.command<{ contexts: Context[] }>("browsingContext.getTree", params)).contexts;
}

async function contextAt(bidi: Bidi, path: string): Promise<string> {
  const find = async () => (await tree(bidi)).find(({ url }) => url.endsWith(path))?.context;
  await eventually(find).toBeDefined();
  return (await find()) ?? "";
}

/** BiDi's own mouse reaches pages only; the window's events are what it sends there itself. */
async function clickInWindow(bidi: Bidi, window: string, selector: string): Promise<void> {
  await eventually(() => bidi.run(window, isShown, selector)).toBe(true);
  await bidi.run(window, clickAt, selector, null);
}

function isShown(selector: string): boolean {
  return (document.querySelector(selector)?.getBoundingClientRect().width ?? 0) > 0;
}

/** Clicks on an element of the window: in its middle, or at a point inside it. */
function clickAt(selector: string, inside: { x: number; y: number } | null): void {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`Firefox has no ${selector}`);
  const { x, y } = inside ?? { x: box.width / 2, y: box.height / 2 };
  for (const type of ["mousemove", "mousedown", "mouseup"]) {
    const gecko = window as unknown as ChromeWindow;
    gecko.synthesizeMouseEvent(type, box.x + x, box.y + y, { button: 0, clickCount: 1 });
  }
}

function middleInPopup(selector: string): { x: number; y: number } {
  const [popup] = browser.extension.getViews({ type: "popup" });
  const box = popup?.document.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`The popup has no ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Neither popup nor sidebar is a context of BiDi's, but a view of our own extension, which the settings page sees. */
function inView<T>(
  bidi: Bidi,
  ownPage: string,
  kind: "popup" | "sidebar",
  work: () => T,
): Promise<T | undefined> {
  return bidi.run(
    ownPage,
    (source, type) => {
      const views = browser.extension.getViews({ type } as { type: "popup" });
      const [view] = views as unknown as { eval(source: string): T }[];
      return view?.eval(source);
    },
    `(${work})()`,
    kind,
  );
}
