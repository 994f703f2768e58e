/** What a capture costs in calls of the sixty a minute that the whole firm shares, from the sandbox's log. */
import type { Page } from "playwright";
import { formOf, savedIn } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { matchOf } from "../../browser/match.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

const LOOK_UP = "POST /v1/persons/search";
const CREATE = "POST /v1/persons";
const COMPANY = "POST /v1/companies/search";
/** By the address, by the surname, and by the first name: a record may spell the surname otherwise (Đặng, Dang). */
const NOBODY = [LOOK_UP, LOOK_UP, LOOK_UP];
/** By the name, and by the address of the company's page: a record may have only one of both. */
const NO_COMPANY = [COMPANY, COMPANY];

/** A profile that names no employer, so that no company is checked. */
const WITHOUT_EMPLOYER = "past-only";
const WITH_EMPLOYER = "sdui-with-experience";

async function open(app: TestBrowser, page: string, line: Parameters<typeof words>[0]): Promise<Page> {
  const popup = await app.clickToolbar(await app.visit(invented(page).url));
  await expect(matchOf(popup).line).toContainText(words(line));
  return popup;
}

async function save(popup: Page): Promise<void> {
  await popup.keyboard.press("Control+Enter");
  await expect(savedIn(popup)).toBeVisible();
  await popup.close();
}

/** The calls since the last time, ids left out. */
function calls({ log }: Sandbox): string[] {
  const made = log.entries.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, "ID")}`);
  log.clear();
  return made;
}

async function companyAsked({ log }: Sandbox): Promise<void> {
  const answered = () => log.of("POST", "/v1/companies/search").filter(({ finished }) => finished).length;
  await expect.poll(answered).toBe(NO_COMPANY.length);
}

/** Saves somebody on a job, which stands in the next form. */
async function rememberJob(app: TestBrowser, sandbox: Sandbox): Promise<void> {
  const popup = await open(app, "classic", "match_new");
  await formOf(popup).jobBox.click();
  await formOf(popup).options.first().click();
  await expect(formOf(popup).chosenJobs).toHaveCount(1);
  await save(popup);
  sandbox.log.clear();
}

test("a new person on the remembered job: four calls; an employer whom Stardex does not know is two more", async ({
  connectedApp,
  sandbox,
}) => {
  await rememberJob(connectedApp, sandbox);
  const popup = await open(connectedApp, WITHOUT_EMPLOYER, "match_new");
  await expect(formOf(popup).chosenJobs).toHaveCount(1);
  await save(popup);
  const [post] = sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toHaveProperty("job_id");
  expect(calls(sandbox)).toEqual([...NOBODY, CREATE]);

  const next = await open(connectedApp, WITH_EMPLOYER, "match_new");
  await companyAsked(sandbox);
  await save(next);
  expect(calls(sandbox)).toEqual([...NOBODY, ...NO_COMPANY, CREATE]);
});

test("a known person: two calls, and one on the employer that Stardex names; a further job and a note one each", async ({
  connectedApp,
  sandbox,
}) => {
  await rememberJob(connectedApp, sandbox);
  const known = sandbox.store.persons.find(({ name }) => name === "Leocadia Brandt");
  Object.assign(known ?? {}, { linkedin_public_id: "valdemar-crosse", name: "Valdemar Crosse" });
  await save(await open(connectedApp, WITHOUT_EMPLOYER, "match_known"));
  // The page names no employer: whether Stardex's is off limits is asked all the same.
  expect(calls(sandbox)).toEqual([LOOK_UP, COMPANY, "PATCH /v1/persons/ID"]);

  const popup = await open(connectedApp, WITHOUT_EMPLOYER, "match_known");
  const form = formOf(popup);
  for (const job of ["counsel castellane", "operating nordvale"]) {
    await form.jobBox.fill(job);
    await expect(form.options).toHaveCount(1);
    await popup.keyboard.press("Enter");
  }
  await form.more.click();
  await form.field("field_note").fill("Called.");
  // Not of the save: the words typed, the stages of the jobs picked and, asked last, the firm's fields behind More.
  await sandbox.log.waitForAnswer(({ path }) => path.startsWith("/v1/custom-fields/persons"));
  await expect.poll(() => sandbox.log.entries.every(({ finished }) => finished)).toBe(true);
  sandbox.log.clear();
  await save(popup);
  const made = calls(sandbox).filter((call) => !call.startsWith("GET /v1/jobs"));
  expect(made).toEqual(["PATCH /v1/persons/ID", "PATCH /v1/persons/ID", "POST /v1/person-activities"]);
  expect(sandbox.store.candidatesOf(known?.id ?? "")).toHaveLength(3);
});
