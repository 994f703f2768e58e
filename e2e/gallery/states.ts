/** Every state a user can meet, each reached the way a user gets there: through the real pages, the sandbox and its faults. */
import { expect as base, type Page } from "@playwright/test";
import { formParts } from "../../src/settings/settings-schema.ts";
import { accept, ask } from "../browser/ask.ts";
import { buttonOf, prefer } from "../browser/button.ts";
import { putRows } from "../browser/database.ts";
import { formOf, savedIn, saying } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { matchOf } from "../browser/match.ts";
import { words } from "../browser/words.ts";
import type { Fault } from "../sandbox/faults.ts";
import { manyStates } from "./many-states.ts";
import type { Stage, Way } from "./stage.ts";

type Key = Parameters<typeof words>[0];

/** The machine may be busy with other pictures. */
const expect = base.configure({ timeout: 15_000 });

const MARA = "sdui-with-experience";
const ALWAYS = Number.POSITIVE_INFINITY;
const never: Fault = { kind: "never_answer" };
const status = (code: number, message?: string): Fault => ({
  kind: "status",
  status: code,
  envelope: "A",
  ...(message && { message }),
});

async function popupOn({ app }: Stage, page: string): Promise<Page> {
  return await app.clickToolbar(await app.visit(invented(page).url));
}

/** The popup with its form filled, and all that Stardex says of the person there. */
async function formOn(stage: Stage, page: string): Promise<Page> {
  const popup = await popupOn(stage, page);
  await expect(formOf(popup).name).not.toHaveValue("");
  await expect(matchOf(popup).line).not.toHaveText(words("match_asking"));
  return popup;
}

const inForm =
  (page: string, act: (popup: Page) => Promise<void> = async () => {}): Way =>
  async (stage) => {
    const popup = await formOn(stage, page);
    await act(popup);
    return popup;
  };

const telling =
  (page: string, key: Key): Way =>
  async (stage) => {
    const popup = await popupOn(stage, page);
    await expect(saying(popup, key).first()).toBeVisible({ timeout: 20_000 });
    return popup;
  };

/** The form with what is said of the company at its field. */
const warning = (page: string, key: Key): Way =>
  inForm(page, async (popup) => {
    await expect(popup.getByText(words(key), { exact: true })).toBeVisible();
  });

/** A save that meets the faults; they are set once the person is looked up. */
const saving =
  (
    rules: [method: string, path: string | RegExp, fault: Fault][],
    key: Key,
    act = async (_: Page) => {},
  ): Way =>
  async (stage) => {
    const popup = await formOn(stage, MARA);
    await act(popup);
    for (const [method, path, fault] of rules)
      stage.sandbox.faults.add({ method, path, fault, times: ALWAYS });
    await popup.keyboard.press("Control+Enter");
    await expect(popup.getByText(words(key)).first()).toBeVisible();
    return popup;
  };

async function chooseJob(popup: Page): Promise<void> {
  await formOf(popup).jobBox.click();
  await formOf(popup).options.first().click();
}

async function openJobs(popup: Page): Promise<void> {
  await formOf(popup).jobBox.click();
  await expect(formOf(popup).options.nth(4)).toBeVisible();
}

const asRole = (role: "role_client_contact" | "role_both") => async (popup: Page) => {
  await formOf(popup).role(role).check();
  await formOf(popup).clientBox.fill("Nordvale");
  await formOf(popup).options.first().click();
};

const withTask = async (popup: Page) => {
  await formOf(popup).more.click();
  await formOf(popup).field("field_task").fill("Call in spring");
};

/** Names and a firm as long as real ones get. */
async function longNames(stage: Stage): Promise<Page> {
  const { url, html } = invented(MARA);
  const long = html
    .replaceAll("Mara Lindqvist", "Maximiliane Theodora von Hohenstein-Schwarzenberg zu Lichtenfels")
    .replaceAll(
      "Head of Supply Chain",
      "Senior Vice President Supply Chain, Procurement and Global Operations",
    )
    .replaceAll("Brightwater Foods", "Brightwater Foods and Consumer Goods International Holding Company");
  stage.sandbox.pages.serve(url, long);
  return await formOn(stage, MARA).finally(() => stage.sandbox.pages.serve(url, html));
}

/** Names and titles from right to left, with Latin letters among them. */
async function rightToLeft(stage: Stage): Promise<Page> {
  const { url, html } = invented(MARA);
  const turned = html
    .replaceAll("Mara Lindqvist", "محمد العبدالله")
    .replaceAll("Head of Supply Chain", "رئيس سلسلة التوريد (EMEA)")
    .replaceAll("Brightwater Foods", 'סמנכ"ל תפעול | COO');
  stage.sandbox.pages.serve(url, turned);
  return await formOn(stage, MARA).finally(() => stage.sandbox.pages.serve(url, html));
}

/** Names of a job, its client and a stage as long as firms make them. */
async function longJob(stage: Stage): Promise<Page> {
  for (const job of stage.sandbox.store.jobs) {
    job.name = "Senior Vice President Supply Chain, Procurement and Global Operations";
    job.client_company_name = "Brightwater Foods and Consumer Goods International Holding Company";
    for (const one of job.pipeline_stages)
      one.name = `${one.name}, waiting for the client’s steering committee`;
  }
  return await inForm(MARA, chooseJob)(stage);
}

async function longTags(stage: Stage): Promise<Page> {
  const [tags] = stage.sandbox.store.customFields;
  for (const one of tags?.tags ?? [])
    one.name = `${one.name} and all that has to do with it in the whole of Europe`;
  return await inForm(MARA, async (popup) => {
    await formOf(popup).more.click();
    await popup.getByRole("combobox", { name: words("field_tags"), exact: true }).click();
    await formOf(popup).options.first().click();
  })(stage);
}

/** The saved person, the job and its client from right to left. */
async function rightToLeftSaved(stage: Stage): Promise<Page> {
  for (const job of stage.sandbox.store.jobs)
    Object.assign(job, { name: "مدير العمليات (COO)", client_company_name: "شركة الشمال للطاقة" });
  const popup = await rightToLeft(stage);
  await chooseJob(popup);
  await popup.keyboard.press("Control+Enter");
  await expect(savedIn(popup)).toBeVisible();
  return popup;
}

async function manyJobs(stage: Stage): Promise<Page> {
  const { jobs } = stage.sandbox.store;
  const more = Array.from({ length: 50 - jobs.length }, (_, n) => {
    const like = jobs[n];
    if (!like) throw new Error("The sandbox has too few jobs");
    return { ...like, id: crypto.randomUUID(), name: `Deputy ${like.name}` };
  });
  jobs.push(...more);
  return await inForm(MARA, openJobs)(stage);
}

async function noJobs(stage: Stage): Promise<Page> {
  stage.sandbox.store.jobs = [];
  return await inForm(MARA, async (popup) => {
    await formOf(popup).jobBox.click();
    await expect(popup.getByText(words("job_none"))).toBeVisible();
  })(stage);
}

async function undoing(stage: Stage): Promise<Page> {
  await prefer(stage.app, { toolbarMode: "save", graceSeconds: 30 });
  const page = await pressedOn(stage, MARA);
  const popup = await stage.app.clickToolbar(page);
  await expect(popup.getByRole("button", { name: words("undo"), exact: true })).toBeVisible();
  return popup;
}

async function refusedTrigger(stage: Stage): Promise<Page> {
  await prefer(stage.app, { toolbarMode: "save", graceSeconds: 0 });
  const page = await stage.app.visit(invented("stale-top-card").url);
  const popup = await stage.app.popupAfter(() => stage.app.pressToolbar(page));
  await expect(saying(popup, "refused_title")).toBeVisible();
  return popup;
}

/** A click that saves, until the next one would open the form. */
async function pressedOn({ app }: Stage, name: string): Promise<Page> {
  const page = await app.visit(invented(name).url);
  await app.pressToolbar(page);
  await expect.poll(async () => (await buttonOf(app, page)).opensForm, { timeout: 15_000 }).toBe(true);
  return page;
}

async function notConnected(stage: Stage): Promise<Page> {
  await disconnect(stage);
  const popup = await popupOn(stage, MARA);
  await expect(popup.getByLabel(words("connect_key"))).toBeVisible();
  return popup;
}

async function refusedKey(stage: Stage): Promise<Page> {
  await disconnect(stage);
  stage.sandbox.faults.add({ path: "/v1/jobs/search", fault: status(401) });
  const popup = await popupOn(stage, MARA);
  await popup.getByLabel(words("connect_key")).fill("ats-wrong-key");
  await popup.keyboard.press("Enter");
  await expect(saying(popup, "problem_unauthorized")).toBeVisible();
  return popup;
}

async function disconnect({ app }: Stage): Promise<void> {
  const page = await app.openOptions();
  await ask(page, "connection.remove", {});
  await page.close();
}

async function options(stage: Stage): Promise<Page> {
  const page = await stage.app.openOptions("saves");
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.getByRole("heading", { name: words("recent_title") })).toBeVisible();
  return page;
}

async function settingsTab(stage: Stage): Promise<Page> {
  const page = await stage.app.openOptions("settings");
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.getByText(words("connect_key_end")).first()).toBeVisible();
  return page;
}

/** One save of each state there can be, by what the sandbox does to it. */
async function optionsWithSaves(stage: Stage): Promise<Page> {
  const { faults, store } = stage.sandbox;
  const page = await options(stage);
  const send = async (name: string, key: Key, rule?: { path: string; fault: Fault }, more = {}) => {
    const linkedinUrl = `https://www.linkedin.com/in/${name.toLowerCase().replaceAll(" ", "-")}`;
    if (rule) faults.add({ method: "POST", body: linkedinUrl, times: ALWAYS, ...rule });
    await accept(page, { name, linkedinUrl, ...more });
    const row = page.getByRole("listitem").filter({ hasText: name });
    await expect(row.getByText(words(key), { exact: true })).toBeVisible();
  };
  const [job] = store.jobs;
  if (!job) throw new Error("The sandbox has no job");
  const { id, client_company_name: clientCompanyName } = job;
  const jobs = [{ job: { id, name: job.name, clientCompanyName, location: null, candidateCount: null } }];
  await send("Quentin Abbacchio", "save_state_saved", undefined, { jobs });
  const refusal = status(400, "body/work_email is not deliverable");
  await send("Ines Carvalho", "save_state_needs_you", { path: "/v1/persons", fault: refusal });
  // Whether it is there nobody may look up.
  faults.add({ method: "POST", path: "/v1/tasks", fault: { kind: "drop_after_storing" } });
  faults.add({ method: "POST", path: "/v1/tasks/search", fault: status(403), times: ALWAYS });
  await send("Tobias Renner", "save_state_unanswered", undefined, { task: { text: "Call him" } });
  await send("Agnieszka Wrona", "save_state_waiting", { path: "/v1/persons", fault: status(429) });
  await putRows(page, "broken", [{ id: "odd", setAsideAt: Date.now(), raw: '{"version":1,"name":7}' }]);
  await page.reload();
  await expect(page.getByText(words("broken_body"))).toBeVisible();
  return page;
}

async function narrowOptions(stage: Stage): Promise<Page> {
  const page = await optionsWithSaves(stage);
  await page.setViewportSize({ width: 320, height: 700 });
  return page;
}

/** Opened anew, so that it begins at its first step. */
async function onboarding(stage: Stage, steps: number): Promise<Page> {
  await disconnect(stage);
  const page = await stage.app.context.newPage();
  await page.goto(`chrome-extension://${stage.app.extensionId()}/src/onboarding/onboarding.html`);
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.getByLabel(words("connect_key"))).toBeVisible();
  for (let step = 0; step < steps; step++)
    await page
      .getByRole("button", { name: words("onboarding_skip"), exact: true })
      .or(page.getByRole("button", { name: words("onboarding_next"), exact: true }))
      .click();
  return page;
}

export const states = {
  new: inForm(MARA),
  known: inForm("hidden-duplicates"),
  differing: inForm("hidden-duplicates", async (popup) => {
    await matchOf(popup).details.click();
    await expect(matchOf(popup).panel.getByText(words("timeline_asking"))).toHaveCount(0);
  }),
  "log-activity": inForm("hidden-duplicates", (popup) =>
    popup.getByRole("button", { name: words("touch_log") }).click(),
  ),
  possible: inForm("open-dialog"),
  "do-not-contact": warning("zero-width-company", "company_marked"),
  "off-limits": warning("grouped-roles", "company_off_limits"),
  "like-company": async (stage) => {
    const [client] = stage.sandbox.store.companies;
    Object.assign(client ?? {}, { name: "Brightwater", is_client: true, do_not_contact: false });
    return await warning(MARA, "company_alike")(stage);
  },
  "long-names": longNames,
  "long-job": longJob,
  "long-tags": longTags,
  "right-to-left": rightToLeft,
  "right-to-left-saved": rightToLeftSaved,
  guesses: inForm("sdui-no-experience"),
  "several-roles": inForm("several-current-roles"),
  jobs: manyJobs,
  "no-jobs": noJobs,
  "look-up-failed": async (stage) => {
    stage.sandbox.faults.add({ path: "/v1/persons/search", fault: status(500), times: ALWAYS });
    return await inForm(MARA)(stage);
  },
  more: inForm(MARA, (popup) => formOf(popup).more.click()),
  "few-fields": async (stage) => {
    await prefer(stage.app, { hiddenFields: [...formParts] });
    return await formOn(stage, MARA);
  },
  "client-contact": inForm(MARA, asRole("role_client_contact")),
  both: inForm(MARA, async (popup) => {
    await chooseJob(popup);
    await asRole("role_both")(popup);
  }),
  "field-error": inForm(MARA, async (popup) => {
    await formOf(popup).name.fill("");
    await popup.keyboard.press("Enter");
    await expect(popup.getByText(words("error_name_blank"))).toBeVisible();
  }),
  saving: saving([["POST", "/v1/persons", never]], "saving", chooseJob),
  waiting: saving([["POST", "/v1/persons", status(429)]], "waiting_next"),
  "in-doubt": saving(
    [
      ["POST", "/v1/persons", { kind: "drop_after_storing" }],
      ["POST", "/v1/persons/search", never],
    ],
    "in_doubt_next",
  ),
  unanswered: saving(
    [
      ["POST", "/v1/tasks", { kind: "drop_after_storing" }],
      ["POST", "/v1/tasks/search", status(403)],
    ],
    "unanswered_there",
    withTask,
  ),
  "needs-you": saving(
    [["POST", "/v1/persons", status(400, "body/external_source_id must match pattern")]],
    "error_refused",
  ),
  "saved-on-job": saving([], "saved_copy_id", chooseJob),
  "saved-updated": inForm("hidden-duplicates", async (popup) => {
    await formOf(popup).jobTitle.fill("Chief Cartographer");
    await popup.keyboard.press("Control+Enter");
    await expect(savedIn(popup)).toBeVisible();
  }),
  undo: undoing,
  "trigger-refused": refusedTrigger,
  "not-a-profile": telling("feed", "not_a_profile_title"),
  "people-list": async (stage) => {
    const popup = await popupOn(stage, "search-list");
    await expect(popup.getByRole("table", { name: words("people_page_table") })).toBeVisible();
    return popup;
  },
  "login-wall": telling("login-wall", "login_wall_title"),
  loading: async (stage) => {
    const popup = await popupOn(stage, "still-loading");
    await expect(popup.getByText(words("still_loading_title")).first()).toBeVisible();
    return popup;
  },
  "still-loading": telling("still-loading", "still_loading_body"),
  unrecognized: telling("unrecognized-layout", "unrecognized_title"),
  "not-connected": notConnected,
  "key-refused": refusedKey,
  "options-empty": options,
  "options-saves": optionsWithSaves,
  "options-narrow": narrowOptions,
  "options-settings": settingsTab,
  "onboarding-1": (stage) => onboarding(stage, 0),
  "onboarding-2": (stage) => onboarding(stage, 1),
  "onboarding-3": (stage) => onboarding(stage, 2),
  ...manyStates,
} satisfies Record<string, Way>;

export type StateName = keyof typeof states;
