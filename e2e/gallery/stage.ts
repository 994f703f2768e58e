import type { Page } from "playwright";
import type { TestBrowser } from "../browser/launch.ts";
import type { Sandbox } from "../sandbox/start-sandbox.ts";

/** Where a state is played. */
export interface Stage {
  app: TestBrowser;
  sandbox: Sandbox;
}

/** Brings a fresh, connected browser into the state; gives the page that shows it. */
export type Way = (stage: Stage) => Promise<Page>;
