import type { BrowserContext, Page } from "playwright";

/** A tab of the extension's own, left open: its manifest, a page without a script that would wake the worker. */
export async function homeTab(context: BrowserContext, base: string): Promise<Page> {
  const url = `${base}manifest.json`;
  const open = context.pages().find((page) => page.url() === url);
  if (open) return open;
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
