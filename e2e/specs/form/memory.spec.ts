/** What the firm knows of a person, and what was done recorded where it happens. */
import { formOf, savedIn, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { matchOf } from "../../browser/match.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

/** YYYY-MM-DD in so many days, by the calendar of this computer. */
function dayIn(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return day.toISOString().slice(0, 10);
}

test("a known person: the last call is read, a message logged, the stage moved, a tag set, a reminder made, each once", async ({
  connectedApp,
  sandbox,
}) => {
  const { store } = sandbox;
  const person = store.persons.find(({ name }) => name === "Nadezhda Quill");
  if (!person) throw new Error("Not seeded");
  const written = store.activitiesOf(person.id).length;
  const [ines] = store.members;

  const options = await connectedApp.openOptions("activities");
  const who = options.getByRole("combobox", { name: words("setting_me") });
  await who.focus();
  await who.selectOption("Ines Maro");
  await expect(options.getByText(words("settings_saved"))).toBeVisible();
  await options.close();

  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("hidden-duplicates").url));
  const { panel, details } = matchOf(popup);
  await expect(panel.getByText(/^Call, Tove Aasen, Mar 13/)).toBeVisible();
  const before = sandbox.log.entries.filter(({ path }) => path.startsWith("/v1/persons"));
  expect(before, "the line costs no call more").toHaveLength(1);

  await details.click();
  const call = panel.getByRole("listitem").filter({ hasText: "Open to a move from June" });
  await call.getByRole("button", { name: words("timeline_whole") }).click();
  await expect(call).toContainText("Notice: three months.");

  await panel.getByRole("button", { name: words("touch_log") }).click();
  await panel.getByRole("textbox", { name: words("touch_text") }).fill("Shall we talk in June?");
  await panel.getByRole("combobox", { name: words("touch_remind") }).selectOption(words("remind_week"));
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "touch_in_stardex")).toBeVisible();

  await panel.getByRole("button", { name: /VP Engineering: stage Screened/ }).click();
  await panel.getByRole("button", { name: "Shortlisted", exact: true }).click();
  await expect(panel.getByRole("button", { name: words("undo") })).toBeVisible();

  await formOf(popup).more.click();
  await popup.getByRole("combobox", { name: words("field_tags") }).fill("board");
  await popup.getByRole("option", { name: "Board-ready" }).click();
  await popup.keyboard.press("Control+Enter");
  await expect(savedIn(popup)).toBeVisible();

  const engineering = store.jobs.find(
    (job) => job.client_company_name === "Harrowgate Capital" && job.name === "VP Engineering",
  );
  const candidate = store.candidatesOf(person.id).find(({ job_id }) => job_id === engineering?.id);
  const stageOf = (id: string | undefined) => engineering?.pipeline_stages.find((one) => one.id === id)?.name;
  await expect.poll(() => stageOf(candidate?.stage_id), { timeout: 15_000 }).toBe("Shortlisted");

  const added = store.activitiesOf(person.id).slice(written);
  expect(added.map((one) => [one.activity_type, one.activity_content])).toEqual([
    ["linkedin_message", "Shall we talk in June?"],
  ]);
  const tasks = store.tasks.filter(({ person_id }) => person_id === person.id);
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({
    content_text: "Follow up with Nadezhda Quill",
    due_date: dayIn(7),
    owner_ids: [ines?.id],
  });
  const tags = store.customFields.find(({ name }) => name === "Tags");
  const ready = tags?.tags.find(({ name }) => name === "Board-ready");
  expect(person.field_values).toEqual({ [tags?.id ?? ""]: [ready?.id] });
  expect(sandbox.log.of("POST", "/v1/candidates/update-stage")).toHaveLength(1);
  expect(sandbox.log.of("POST", "/v1/person-activities")).toHaveLength(1);
});

test("a stage move that is undone never reaches Stardex", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("hidden-duplicates").url));
  const { panel, details } = matchOf(popup);
  await details.click();
  await panel.getByRole("button", { name: /VP Engineering: stage Screened/ }).click();
  await panel.getByRole("button", { name: "Offer", exact: true }).click();
  await panel.getByRole("button", { name: words("undo") }).click();
  await expect(panel.getByRole("button", { name: /VP Engineering: stage Screened/ })).toBeVisible();
  // What is logged after it waits for it, were it still there.
  await panel.getByRole("button", { name: words("touch_log") }).click();
  await panel.getByRole("button", { name: words("touch_submit"), exact: true }).click();
  await expect(saying(popup, "touch_in_stardex")).toBeVisible();
  expect(sandbox.log.of("POST", "/v1/candidates/update-stage")).toEqual([]);
});

test("a hidden timeline is said, and a new person's form asks nothing of all this", async ({
  connectedApp,
  sandbox,
}) => {
  sandbox.behavior.timeline = "forbidden";
  const known = await connectedApp.clickToolbar(await connectedApp.visit(invented("hidden-duplicates").url));
  await matchOf(known).details.click();
  await expect(matchOf(known).panel.getByText(words("timeline_hidden"))).toBeVisible();

  sandbox.log.entries.length = 0;
  const fresh = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  await expect(matchOf(fresh).line).toHaveText(words("match_new"));
  await expect(fresh.getByRole("button", { name: words("touch_log") })).toHaveCount(0);
  expect(
    sandbox.log.entries.map(({ path }) => path).filter((path) => /activities|custom|team/.test(path)),
  ).toEqual([]);
});
