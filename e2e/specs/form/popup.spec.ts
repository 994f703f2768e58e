/** What only a real popup proves: its size at any zoom and screen, its closing, the wire behind it. */
import { formOf, savedIn } from "../../browser/form.ts";
import { holdsTheFrame, openFormAt } from "../../browser/frame.ts";
import { saveInARow } from "../../browser/in-a-row.ts";
import { invented } from "../../browser/invented.ts";
import { matchOf } from "../../browser/match.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

const MARA = invented("sdui-with-experience");

// More zooms and screens: e2e/nightly/frame.spec.ts.
for (const [zoom, screen] of [
  [200, "1440x900"],
  [100, "683x400"],
] as const) {
  test(`the match and Save are in sight at a page zoom of ${zoom} % on ${screen}`, async ({ sandbox }) => {
    await openFormAt({ sandbox, zoom, screen });
  });
}

test("long titles of several roles widen nothing", async ({ connectedApp, sandbox }) => {
  const { url, html } = invented("several-current-roles");
  const long = "Senior Vice President Supply Chain, Procurement and Global Operations, EMEA and APAC";
  sandbox.pages.serve(url, html.replaceAll("Principal Engineer", long));
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(url));
  await expect(formOf(popup).jobTitle).toHaveValue(long);
  await holdsTheFrame(popup);
});

test("the form does not move when the answers come", async ({ connectedApp, sandbox }) => {
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  sandbox.faults.add({ path: "/v1/persons/search", fault: { kind: "hold", until } });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("hidden-duplicates").url));
  await expect(matchOf(popup).line).toHaveText(words("match_asking"));
  const places = () =>
    popup.evaluate(() =>
      [...document.querySelectorAll(".control, .more-line")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height];
      }),
    );
  const before = await places();
  answer();
  await expect(matchOf(popup).line).toContainText(words("match_known"));
  await expect(matchOf(popup).panel.getByRole("button", { name: words("touch_log") })).toBeVisible();
  expect(await places()).toEqual(before);
});

test("Go to Experience scrolls the page, and the title fills in the open popup", async ({
  connectedApp,
  sandbox,
}) => {
  const { url, html } = MARA;
  // As the new layout does it: the column scrolls, not the document, and a card comes once its place is in view.
  const deferred = `
    <style>#workspace { height: 420px; overflow: auto }</style>
    <script>
      const place = document.querySelector("[data-sdui-component$=profileCardsBelowActivityPart1]");
      const card = place.firstElementChild;
      card.remove();
      place.style.minHeight = "900px";
      workspace.addEventListener("scroll", () => place.append(card), { once: true });
    </script>`;
  sandbox.pages.serve(
    url,
    html
      .replace("</body>", `${deferred}</body>`)
      .replaceAll("Head of Supply Chain at Brightwater", "Calm operations at Brightwater"),
  );
  const page = await connectedApp.visit(url);
  const popup = await connectedApp.clickToolbar(page);
  const form = formOf(popup);
  await expect(form.name).toHaveValue("Mara Lindqvist");
  await expect(form.jobTitle).toHaveValue("Calm operations");
  const place = () => page.evaluate(() => document.querySelector("#workspace")?.scrollTop ?? 0);
  expect(await place(), "nothing scrolls by itself").toBe(0);
  await popup.getByRole("button", { name: words("go_to_experience") }).click();
  await expect(form.jobTitle).toHaveValue("Head of Supply Chain");
  expect(await place()).toBeGreaterThan(0);
});

test("Enter on a possible match before a slow Stardex has answered sends nothing", async ({
  connectedApp,
  sandbox,
}) => {
  sandbox.faults.add({
    path: /search$/,
    times: Number.POSITIVE_INFINITY,
    fault: { kind: "delay", ms: 700 },
  });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("open-dialog").url));
  await expect(formOf(popup).name).not.toHaveValue("");
  await popup.keyboard.press("Enter");
  await expect(popup.getByText(words("doubt_nothing_sent"))).toBeVisible();
  const writes = sandbox.log.entries.filter(
    ({ method, path }) => method === "PATCH" || path === "/v1/persons",
  );
  expect(writes).toEqual([]);
});

test("a job that is typed and highlighted is saved with the click on Save", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(MARA.url));
  await expect(matchOf(popup).line).toHaveText(words("match_new"));
  await popup.keyboard.type("general tamarisk");
  await expect(formOf(popup).activeOption).toContainText("Tamarisk Foods");
  await formOf(popup).save.click();
  await expect(savedIn(popup)).toContainText("General Counsel · Tamarisk Foods");
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toHaveProperty("job_id");
});

test("three saves without a network: each is said to be kept, the third too", async ({
  connectedApp,
  sandbox,
}) => {
  sandbox.faults.add({
    path: /.*/,
    times: Number.POSITIVE_INFINITY,
    fault: { kind: "drop_before_storing" },
  });
  for (let n = 0; n < 3; n += 1) {
    const url = `https://www.linkedin.com/in/offline-${n}/`;
    sandbox.pages.serve(url, MARA.html.replaceAll("mara-lindqvist-5b81", `offline-${n}`));
    const popup = await connectedApp.clickToolbar(await connectedApp.visit(url));
    await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
    await popup.keyboard.press("Control+Enter");
    await expect(
      popup
        .getByText(words("save_kept"))
        .or(popup.getByText(words("save_sending")))
        .first(),
    ).toBeVisible();
    const closed = popup.waitForEvent("close");
    // Answered by nobody: the page that took the key is gone.
    await popup.keyboard.press("Enter").catch(() => undefined);
    await closed;
  }
});

test("with a remembered job a person is one click and one key, and nothing of it is lost", async ({
  connectedApp,
  sandbox,
}) => {
  await saveInARow(connectedApp, sandbox, 3);
});
