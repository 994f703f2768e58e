import { formOf, savedIn, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY } from "../../sandbox/start-sandbox.ts";

const REFUSALS = [
  { page: "not-found", title: "not_a_profile_title" },
  { page: "feed", title: "not_a_profile_title" },
  { page: "login-wall", title: "login_wall_title" },
  { page: "other-person", title: "other_person_title" },
] as const;

for (const { page, title } of REFUSALS) {
  test(`${page}: says "${words(title)}" and shows no form`, async ({ connectedApp, sandbox }) => {
    const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented(page).url));
    await expect(saying(popup, title)).toBeVisible();
    await expect(formOf(popup).name).toHaveCount(0);
    expect(sandbox.log.entries).toEqual([]);
  });
}

test("another host than LinkedIn is not a profile", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.openOptions("settings"));
  await expect(saying(popup, "not_a_profile_title")).toBeVisible();
});

test("a page still loading is read by itself once it is there", async ({ connectedApp }) => {
  const page = await connectedApp.visit(invented("still-loading").url);
  const popup = await connectedApp.clickToolbar(page);
  await expect(popup.getByText(words("still_loading_title")).first()).toBeVisible();
  const { html, url } = invented("sdui-with-experience");
  // The in-app way: the cards arrive in the document that is there.
  await page.evaluate(
    ({ arrived, slug }) => {
      const cards = new DOMParser().parseFromString(arrived, "text/html");
      document.body.replaceWith(cards.body);
      document.head.replaceWith(cards.head);
      history.replaceState(null, "", slug);
    },
    { arrived: html, slug: new URL(url).pathname },
  );
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
});

test("a page that stays without its cards is told, with a button to look again", async ({ connectedApp }) => {
  const page = await connectedApp.visit(invented("still-loading").url);
  const popup = await connectedApp.clickToolbar(page);
  const again = popup.getByRole("button", { name: words("look_again") });
  await expect(again).toBeVisible({ timeout: 20_000 });
  await expect(saying(popup, "still_loading_body")).toBeVisible();
});

test("an unknown layout gives an empty form with the right URL, and what is typed is saved", async ({
  connectedApp,
  sandbox,
}) => {
  const { url } = invented("unrecognized-layout");
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(url));
  const form = formOf(popup);
  await expect(form.name).toHaveValue("", { timeout: 20_000 });
  await expect(saying(popup, "unrecognized_title")).toBeVisible();
  await form.name.fill("Quentin Abbacchio");
  await form.save.click();
  await expect(savedIn(popup)).toBeVisible();
  expect(sandbox.store.personByUrl(url)?.name).toBe("Quentin Abbacchio");
});

test("without a key the popup connects right there, then shows the form", async ({ browserApp }) => {
  const popup = await browserApp.clickToolbar(await browserApp.visit(invented("sdui-with-experience").url));
  const key = popup.getByLabel(words("connect_key"));
  const connect = popup.getByRole("button", { name: words("connect_button"), exact: true });
  await key.fill("ats-wrong-key");
  await connect.click();
  await expect(saying(popup, "problem_unauthorized")).toBeVisible();
  await key.fill(SANDBOX_KEY);
  await connect.click();
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
});

test("the settings verify, show, and remove a key", async ({ browserApp, sandbox }) => {
  const options = await browserApp.openOptions("settings");
  await options.getByLabel(words("connect_key")).fill(SANDBOX_KEY);
  await options.getByRole("button", { name: words("connect_button"), exact: true }).click();
  await expect(options.getByText("-key", { exact: false })).toBeVisible();
  expect(sandbox.log.entries.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /v1/jobs/search",
  ]);
  expect(sandbox.log.entries[0]?.body).toMatchObject({ limit: 1 });
  await options.getByRole("button", { name: words("connect_remove") }).click();
  await options.getByRole("button", { name: words("connect_remove") }).click();
  await expect(options.getByLabel(words("connect_key"))).toBeVisible();
});

const REFUSED_KEYS = [
  { fault: { kind: "status", status: 401, envelope: "A" }, says: "problem_unauthorized" },
  { fault: { kind: "status", status: 429, envelope: "A" }, says: "problem_rate_limited" },
  { fault: { kind: "drop_before_storing" }, says: "problem_offline" },
] as const;

for (const { fault, says } of REFUSED_KEYS) {
  test(`the settings say "${words(says)}", store nothing and keep what was pasted`, async ({
    browserApp,
    sandbox,
  }) => {
    sandbox.faults.add({ path: "/v1/jobs/search", fault });
    const options = await browserApp.openOptions("settings");
    const key = options.getByLabel(words("connect_key"));
    await key.fill(SANDBOX_KEY);
    await options.keyboard.press("Enter");
    await expect(saying(options, says)).toBeVisible();
    await expect(key).toHaveValue(SANDBOX_KEY);
    await options.reload();
    await expect(options.getByText(words("connect_key_end"))).toHaveCount(0);
    await expect(key).toBeVisible();
  });
}
