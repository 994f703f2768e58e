/** The main job in a real Firefox: the package of `npm run package:firefox`, a mouse on the toolbar, the sandbox. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "webextension-polyfill";
import { everyMessage } from "../browser/every-message.ts";
import { invented } from "../browser/invented.ts";
import { expect, test } from "../browser/test.ts";
import { words } from "../browser/words.ts";
import { eventually, launchFirefox } from "../firefox/launch-firefox.ts";
import { findFirefox } from "../run/optional-programs.mjs";
import { SANDBOX_KEY } from "../sandbox/start-sandbox.ts";

declare const browser: Browser;

const profile = invented("sdui-with-experience");

test("a profile is read, shown and saved in Firefox", async ({ sandbox }) => {
  const firefox = findFirefox();
  // A build, a package and a Firefox that starts for the first time.
  test.setTimeout(120_000);
  test.skip(!firefox, "There is no Firefox here; STARDEX_FIREFOX=/path/to/firefox names one");
  const app = await launchFirefox({ firefox: firefox ?? "", sandbox, extension: packaged() });
  try {
    const connected = await app.bidi.run(
      app.ownPage,
      (key) => browser.runtime.sendMessage({ type: "connection.connect", request: { key } }),
      SANDBOX_KEY,
    );
    expect(connected).toMatchObject({ answer: { ok: true } });
    sandbox.log.clear();

    await app.visit(profile.url);
    await app.clickToolbar();
    const values = () =>
      app.inPopup(() => [...document.querySelectorAll("input")].map((input) => [input.name, input.value]));
    await eventually(async () => Object.fromEntries((await values()) ?? [])).toMatchObject({
      name: "Mara Lindqvist",
      currentJobTitle: "Head of Supply Chain",
      companyName: "Brightwater Foods",
      location: "Gothenburg, Västra Götaland County, Sweden",
    });

    await app.clickInPopup("button[type=submit]");
    const request = await sandbox.log.waitForAnswer(({ path }) => path === "/v1/persons");
    expect(request.body).toMatchObject({
      name: "Mara Lindqvist",
      linkedin_url: "https://www.linkedin.com/in/mara-lindqvist-5b81",
      enrich_record: true,
    });
    await eventually(() => app.inPopup(() => document.body.innerText)).toContain("Saved");
    expect(sandbox.store.personByUrl(profile.url)?.current_company_name).toBe("Brightwater Foods");

    // Firefox cannot close storage.local to scripts in pages, so the sender check matters more.
    const replies = await app.bidi.run(
      app.ownPage,
      async (messages) => {
        const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
        const [frame] = await browser.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          func: (...all: unknown[]) => Promise.all(all.map((one) => browser.runtime.sendMessage(one))),
          args: messages,
        });
        return frame?.result;
      },
      everyMessage("stardex-capture@stardex.ai"),
    );
    expect(replies).toEqual(everyMessage("").map(() => ({ error: "refused_sender" })));
  } finally {
    await app.close();
  }
});

test("the sidebar stays beside the page, and its form goes with the person", async ({ sandbox }) => {
  const firefox = findFirefox();
  test.setTimeout(120_000);
  test.skip(!firefox, "There is no Firefox here; STARDEX_FIREFOX=/path/to/firefox names one");
  const app = await launchFirefox({ firefox: firefox ?? "", sandbox, extension: packaged() });
  try {
    const connect = { type: "connection.connect", request: { key: SANDBOX_KEY } };
    await app.bidi.run(app.ownPage, (message) => browser.runtime.sendMessage(message), connect);
    const tab = await app.visit(profile.url);
    await app.clickToolbar();
    await eventually(() => app.inPopup(() => document.querySelector(".icon-button") !== null)).toBe(true);
    await app.clickInPopup(`[aria-label="${words("panel_keep_open")}"]`);
    const name = () =>
      app.inPanel(
        () => document.querySelector<HTMLInputElement>("[name=name]")?.value ?? document.body.innerText,
      );
    await eventually(name).toBe("Mara Lindqvist");

    // LinkedIn's own router keeps the document, and with it the access; a part of the profile is the same person.
    await app.bidi.run(tab, () => history.pushState(null, "", `${location.pathname}overlay/contact-info/`));
    await app.bidi.run(tab, () => history.back());
    await app.bidi.run(tab, () => {
      document.title = "(1) LinkedIn";
    });
    await eventually(name).toBe("Mara Lindqvist");
    const { url, html } = invented("classic");
    await app.bidi.run(
      tab,
      (path, arrived) => {
        history.pushState(null, "", path);
        document.body.replaceWith(new DOMParser().parseFromString(arrived, "text/html").body);
      },
      new URL(url).pathname,
      html,
    );
    await eventually(name).toContain(words("panel_other_page_title"));
    await app.inPanel(() => document.querySelector<HTMLElement>(".button.primary")?.click());
    await eventually(name).toBe("Gwendolyn Farrow");
  } finally {
    await app.close();
  }
});

function packaged(): string {
  const folder = test.info().outputPath("package");
  mkdirSync(folder, { recursive: true });
  execFileSync("node", ["e2e/run/package.mjs", "--firefox", "--into", folder], { stdio: "pipe" });
  return join(folder, readdirSync(folder)[0] ?? "");
}
