/** The queue's tests that need real minutes: the rate limit of a minute, and the time given to a silent server. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { accept, recent } from "../browser/ask.ts";
import { findChromium } from "../browser/chromium/find-chromium.ts";
import { flags } from "../browser/chromium/flags.ts";
import { formOf, saying } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { launch } from "../browser/launch.ts";
import { draftOf } from "../browser/saves.ts";
import { expect, test } from "../browser/test.ts";

test.use({ sandboxOptions: { rateLimit: { limit: 250 } } });

test("300 saves drain as fast as it allows: none refused, none lost, none doubled", async ({
  connectedApp,
  sandbox,
}) => {
  test.setTimeout(240_000);
  const page = await connectedApp.openOptions();
  const slugs = Array.from({ length: 300 }, (_, n) => `ada-the-${n}th`);
  // Looked up just now, as the form has them: one call each.
  const drafts = slugs.map((slug) => draftOf(slug, { lookedUpAt: Date.now() }));
  await Promise.all(drafts.map((draft) => accept(page, draft)));
  await expect.poll(() => sandbox.log.of("POST", "/v1/persons").length, { timeout: 200_000 }).toBe(300);
  expect(sandbox.log.entries.filter(({ status }) => status === 429)).toEqual([]);
  const saved = sandbox.store.persons.filter((person) => slugs.includes(person.linkedin_public_id ?? ""));
  expect(new Set(saved.map((person) => person.linkedin_public_id)).size).toBe(300);
  expect(saved).toHaveLength(300);
});

test("40 s of silence with no debugger near: the worker gives up in time, looks it up, sends it again", async ({
  sandbox,
}) => {
  test.setTimeout(180_000);
  const profileDir = await mkdtemp(join(tmpdir(), "stardex-silent-"));
  const prepared = await launch({ sandbox, profileDir });
  await prepared.connect();
  const page = await prepared.openOptions();
  await prepared.context.setOffline(true);
  await accept(page, draftOf("ada-silent"));
  await expect.poll(async () => (await recent(page))[0]?.problem?.kind).toBe("offline");
  await prepared.close();

  sandbox.log.clear();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: { kind: "never_answer" } });
  const chromium = startAlone(profileDir, sandbox.port);
  const posts = () => sandbox.log.entries.filter(({ path }) => path === "/v1/persons");
  await expect
    .poll(() => sandbox.store.personByUrl("https://www.linkedin.com/in/ada-silent"), { timeout: 150_000 })
    .toBeDefined();
  const gone = once(chromium, "exit");
  chromium.kill();
  await gone;
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  expect(posts()).toHaveLength(2);
  const [silent, again] = posts();
  const looked = sandbox.log.entries.filter(
    ({ path, at }) => path === "/v1/persons/search" && at > (silent?.at ?? 0) && at < (again?.at ?? 0),
  );
  expect(looked, "sent again without a look-up").not.toEqual([]);
});

/** Chromium as a user starts it: a debugger would keep the worker alive. */
function startAlone(profileDir: string, port: number): ChildProcess {
  const own = [`--user-data-dir=${profileDir}`, "--headless=new", "about:blank"];
  const debugging = (flag: string) => flag.startsWith("--remote-debugging");
  const shared = flags([resolve("dist")], port).filter((flag) => !debugging(flag));
  return spawn(findChromium(), [...shared, ...own], { stdio: "ignore" });
}

test("the form says that Stardex did not answer in time, and keeps what was typed", async ({
  connectedApp,
  sandbox,
}) => {
  // Look-ups, too, or the save would recover while the test looks.
  sandbox.faults.add({
    path: /^\/v1\/persons/,
    times: Number.POSITIVE_INFINITY,
    fault: { kind: "never_answer" },
  });
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  const form = formOf(popup);
  await form.location.fill("Malmö");
  await form.save.click();
  // The extension gives up on a silent server after 20 s.
  await expect(saying(popup, "problem_timeout")).toBeVisible({ timeout: 30_000 });
  await expect(form.location).toHaveValue("Malmö");
});
