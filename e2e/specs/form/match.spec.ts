/** Is the person in Stardex? What the popup says, and what Save becomes: never a second record, nothing overwritten unasked. */
import type { Page } from "playwright";
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { matchOf } from "../../browser/match.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Person } from "../../sandbox/records.ts";
import { SANDBOX_KEY, type Sandbox } from "../../sandbox/start-sandbox.ts";

async function open(app: TestBrowser, page: string): Promise<Page> {
  const popup = await app.clickToolbar(await app.visit(invented(page).url));
  await expect(formOf(popup).name).not.toHaveValue("");
  return popup;
}

const button = (popup: Page, key: Parameters<typeof words>[0]) =>
  popup.getByRole("button", { name: words(key), exact: true });
/** The button of the form; a second line on it says which fields change. */
const saveButton = (popup: Page, key: Parameters<typeof words>[0]) =>
  popup.locator("button[type=submit]").filter({ hasText: new RegExp(`^${words(key)}`) });

async function saved(popup: Page): Promise<void> {
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
}

function personNamed({ store }: Sandbox, name: string): Person {
  const found = store.persons.filter((person) => person.name === name);
  expect(found, name).toHaveLength(1);
  return found[0] as Person;
}

/** All that was sent to change a person. */
const patches = ({ log }: Sandbox) =>
  log.entries.filter(({ method }) => method === "PATCH").map(({ path, body }) => ({ path, body }));
const creations = ({ log }: Sandbox) => log.of("POST", "/v1/persons");

test("new: said so, and saved as one", async ({ connectedApp, sandbox }) => {
  const popup = await open(connectedApp, "sdui-with-experience");
  await expect(matchOf(popup).line).toHaveText(words("match_new"));
  await expect(matchOf(popup).details).toHaveCount(0);
  await saved(popup);
  await expect(saying(popup, "saved_title")).toContainText("Mara Lindqvist added.");
  expect(creations(sandbox)).toHaveLength(1);
  personNamed(sandbox, "Mara Lindqvist");
});

test("a namesake with another profile at another company is a quiet count", async ({ connectedApp }) => {
  const popup = await open(connectedApp, "sticky-header");
  await expect(matchOf(popup).line).toHaveText(`${words("match_new")} · 1 other person with this name`);
  await expect(saveButton(popup, "save")).toBeVisible();
});

test("known: the jobs newest first with their stages, archived ones folded, contact data to copy", async ({
  connectedApp,
}) => {
  const popup = await open(connectedApp, "hidden-duplicates");
  const match = matchOf(popup);
  await expect(match.line).toHaveText("In Stardex · On 2 jobs · 2 differences");
  await match.details.click();
  const rows = match.panel.getByRole("listitem");
  await expect(rows.filter({ visible: true })).toHaveText([
    "Chief Operating Officer · Nordvale EnergyShortlisted",
    "VP Engineering · Harrowgate CapitalScreened",
  ]);
  await match.panel.getByText("1 archived job").click();
  await expect(rows.filter({ hasText: "Head of People" })).toBeVisible();

  await match.panel.getByText("1 e-mail · 1 phone number").click();
  await connectedApp.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const value of ["nadezhdaquill@mail.example", "+31 6 5550 0142"]) {
    const copy = match.panel.getByRole("button", { name: `Copy ${value}` });
    await copy.click();
    await expect(rows.filter({ hasText: value })).toContainText(words("saved_copied"));
    expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
});

test("a blank in Stardex is filled, a value that differs is changed only when ticked", async ({
  connectedApp,
  sandbox,
}) => {
  const { id } = personNamed(sandbox, "Nadezhda Quill");
  const popup = await open(connectedApp, "hidden-duplicates");
  await matchOf(popup).details.click();
  await expect(matchOf(popup).tick("field_location")).toBeChecked();
  await expect(matchOf(popup).tick("field_job_title")).not.toBeChecked();
  await expect(matchOf(popup).panel.getByText("Senior Cartographer → Cartographer")).toBeVisible();
  await expect(saveButton(popup, "save_known_update")).toHaveText("UpdateLocation");
  await saved(popup);
  await expect(saying(popup, "saved_title")).toContainText("Nadezhda Quill was updated.");
  expect(patches(sandbox)).toEqual([
    {
      path: `/v1/persons/${id}`,
      body: { enrich_record: true, linkedin_location: "Delft, South Holland, Netherlands" },
    },
  ]);
  expect(creations(sandbox)).toEqual([]);
  expect(personNamed(sandbox, "Nadezhda Quill").current_job_title).toBe("Senior Cartographer");
});

test("ticked by keyboard, unticked by keyboard: exactly that is sent", async ({ connectedApp, sandbox }) => {
  const popup = await open(connectedApp, "hidden-duplicates");
  await matchOf(popup).details.focus();
  await popup.keyboard.press("Enter");
  await matchOf(popup).tick("field_job_title").focus();
  await popup.keyboard.press("Space");
  await matchOf(popup).tick("field_location").focus();
  await popup.keyboard.press("Space");
  await saved(popup);
  expect(patches(sandbox).map(({ body }) => body)).toEqual([
    { enrich_record: true, current_job_title: "Cartographer" },
  ]);
  expect(personNamed(sandbox, "Nadezhda Quill").linkedin_location).toBeNull();
});

test("a field emptied in the form blanks nothing in Stardex", async ({ connectedApp, sandbox }) => {
  const popup = await open(connectedApp, "hidden-duplicates");
  await formOf(popup).company.fill("");
  await formOf(popup).jobTitle.fill("");
  await matchOf(popup).details.click();
  await expect(matchOf(popup).panel.getByRole("checkbox")).toHaveCount(1);
  await saved(popup);
  expect(patches(sandbox).map(({ body }) => body)).toEqual([
    { enrich_record: true, linkedin_location: "Delft, South Holland, Netherlands" },
  ]);
});

test("nothing to save is said, with what would be; a job adds the person to it, once", async ({
  connectedApp,
  sandbox,
}) => {
  const { id } = personNamed(sandbox, "Leocadia Brandt");
  const popup = await open(connectedApp, "right-hand-people");
  await expect(matchOf(popup).line).toHaveText(`In Stardex · ${words("match_on_no_job")}`);
  const nothing = saveButton(popup, "save_known_nothing");
  await expect(nothing).toHaveAttribute("aria-disabled", "true");
  await expect(nothing).toContainText(words("save_known_nothing_why"));
  sandbox.log.clear();
  await popup.keyboard.press("Control+Enter");
  // Its state is told, not enforced by the browser: the click arrives.
  await nothing.click({ force: true });
  await expect(nothing).toBeVisible();
  expect(sandbox.log.entries.filter(({ path }) => path.startsWith("/v1/persons"))).toEqual([]);

  await formOf(popup).jobBox.fill("general tamarisk");
  await formOf(popup).options.first().click();
  await expect(saveButton(popup, "save_known_add")).toBeVisible();
  await saved(popup);
  await expect(saying(popup, "saved_title")).toContainText("On General Counsel");
  const [candidate] = sandbox.store.candidatesOf(id);
  expect(patches(sandbox)).toEqual([
    { path: `/v1/persons/${id}`, body: { enrich_record: true, job_id: candidate?.job_id } },
  ]);
  expect(creations(sandbox)).toEqual([]);
  await popup.close();

  // The remembered job is in the form again: the person is on it.
  const again = await open(connectedApp, "right-hand-people");
  await expect(formOf(again).chosenJobs).toContainText(words("job_already_on_somewhere"));
  await expect(saveButton(again, "save_known_nothing")).toContainText(words("save_known_nothing_on_job"));
  expect(sandbox.store.candidatesOf(id)).toHaveLength(1);
});

test("a job the person is on shows the stage and is not added again; another one is", async ({
  connectedApp,
  sandbox,
}) => {
  const person = personNamed(sandbox, "Nadezhda Quill");
  const popup = await open(connectedApp, "hidden-duplicates");
  const form = formOf(popup);
  for (const [job, at] of [
    ["operating nordvale", "Already on it · Shortlisted"],
    ["people harrowgate", "Archived · Identified"],
  ] as const) {
    await form.jobBox.fill(job);
    await expect(form.options).toHaveCount(1);
    await popup.keyboard.press("Enter");
    await expect(form.chosenJobs.last()).toContainText(at);
  }
  await expect(saveButton(popup, "save_known_update")).toBeVisible();
  await form.jobBox.fill("counsel castellane");
  await expect(form.options).toHaveCount(1);
  await popup.keyboard.press("Enter");
  await expect(saveButton(popup, "save_known_update_and_add")).toBeVisible();
  await saved(popup);
  await expect(saying(popup, "saved_title")).toContainText("Already on Chief Operating Officer.");
  expect(sandbox.store.candidatesOf(person.id)).toHaveLength(4);
  expect(patches(sandbox)).toHaveLength(1);
});

test("a note to a known person is added to the person's timeline", async ({ connectedApp, sandbox }) => {
  const { id } = personNamed(sandbox, "Leocadia Brandt");
  const popup = await open(connectedApp, "right-hand-people");
  await formOf(popup).more.click();
  await formOf(popup).field("field_note").fill("Met in Linz.");
  await expect(saveButton(popup, "save_known_more")).toBeVisible();
  await saved(popup);
  expect(sandbox.store.activities.filter(({ person_id }) => person_id === id)).toHaveLength(1);
  expect(patches(sandbox)).toEqual([]);
  expect(creations(sandbox)).toEqual([]);
});

test("e-mails and numbers join what a colleague put there meanwhile", async ({ connectedApp, sandbox }) => {
  const person = personNamed(sandbox, "Leocadia Brandt");
  Object.assign(person, { linkedin_public_id: "fenna-oakhurst", name: "Fenna Oakhurst" });
  person.phones = [{ contact_data_type: "home", value: "+44 1225 000000" }];
  const popup = await open(connectedApp, "contact-overlay-classic");
  await matchOf(popup).details.click();
  await expect(matchOf(popup).panel.getByText("Add fenna@oakhurst.example")).toBeVisible();
  // After the look-up, before the save.
  const byColleague = { contact_data_type: "assistant", value: "desk@halcyon.example" };
  person.emails.push(byColleague);
  const before = person.emails.map((one) => ({ ...one }));
  await saved(popup);
  const [patch] = patches(sandbox);
  expect(patch?.body).toMatchObject({
    emails: [...before, { contact_data_type: "other", value: "fenna@oakhurst.example" }],
  });
  expect(person.emails.map(({ value }) => value)).toEqual([
    ...before.map(({ value }) => value),
    "fenna@oakhurst.example",
  ]);
  expect(person.phones.map(({ value }) => value)).toContain("+44 1225 000000");
  expect(person.phones.map(({ value }) => value)).toContain("+44 7700 900145");
});

test("possible: the same person gets this profile, and no second record", async ({
  connectedApp,
  sandbox,
}) => {
  const { id } = personNamed(sandbox, "Ysolde Ferreira");
  const popup = await open(connectedApp, "open-dialog");
  await expect(matchOf(popup).line).toHaveText("Maybe in Stardex · Radio Producer at Vigo FM");
  await expect(saveButton(popup, "save_as_new")).toBeVisible();
  await matchOf(popup).same.click();
  await expect(matchOf(popup).panel.getByText(words("match_no_profile"))).toBeVisible();
  await button(popup, "match_same").click();
  await expect(matchOf(popup).line).toHaveText("Same person · Not on a job · 4 differences");
  await saved(popup);
  expect(patches(sandbox)).toEqual([
    {
      path: `/v1/persons/${id}`,
      body: {
        enrich_record: true,
        linkedin_url: "https://www.linkedin.com/in/ysolde-ferreira",
        linkedin_location: "Vigo, Galicia, Spain",
      },
    },
  ]);
  expect(creations(sandbox)).toEqual([]);
  expect(sandbox.store.personByUrl(invented("open-dialog").url)?.id).toBe(id);
});

test("possible: somebody else is saved as a new person; the word can be taken back", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await open(connectedApp, "open-dialog");
  await matchOf(popup).same.click();
  await button(popup, "save_as_new").click();
  await expect(matchOf(popup).line).toHaveText(words("match_somebody_else"));
  await matchOf(popup).same.click();
  await button(popup, "match_undo").click();
  await expect(saveButton(popup, "save_as_new")).toBeVisible();
  await button(popup, "save_as_new").click();
  await saved(popup);
  expect(creations(sandbox)).toHaveLength(1);
  expect(patches(sandbox)).toEqual([]);
  expect(sandbox.store.persons.filter(({ name }) => name === "Ysolde Ferreira")).toHaveLength(2);
});

test("possible: another profile at the same company stays another person's unless it is ticked", async ({
  connectedApp,
  sandbox,
}) => {
  const { id } = personNamed(sandbox, "Sorrel Vanderhoven");
  const popup = await open(connectedApp, "heading-roles");
  await matchOf(popup).same.click();
  await expect(matchOf(popup).panel.getByText("Has another LinkedIn profile: sorrel-v-1987")).toBeVisible();
  await button(popup, "match_same").click();
  await matchOf(popup).details.click();
  await expect(matchOf(popup).tick("field_url")).not.toBeChecked();
  await formOf(popup).role("role_client_contact").check();
  await formOf(popup).clientBox.fill("Harrowgate");
  await formOf(popup).options.first().click();
  await saved(popup);
  const person = personNamed(sandbox, "Sorrel Vanderhoven");
  expect(person).toMatchObject({ id, linkedin_public_id: "sorrel-v-1987" });
  expect(sandbox.store.clientContacts.map(({ person_id }) => person_id)).toEqual([id]);
});

test("a look-up that fails is told in one quiet line, and the form saves", async ({
  connectedApp,
  sandbox,
}) => {
  const fault = { kind: "status", status: 500, envelope: "A" } as const;
  sandbox.faults.add({ path: "/v1/persons/search", fault });
  const popup = await open(connectedApp, "classic");
  await expect(matchOf(popup).line).toHaveText(words("match_failed"));
  await saved(popup);
  expect(creations(sandbox)).toHaveLength(1);
});

test("a look-up that never answers does not keep the form waiting", async ({ connectedApp, sandbox }) => {
  sandbox.faults.add({ path: "/v1/persons/search", fault: { kind: "never_answer" } });
  const popup = await open(connectedApp, "classic");
  await expect(matchOf(popup).line).toHaveText(words("match_asking"));
  await saved(popup);
  expect(creations(sandbox)).toHaveLength(1);
});

test("the form does not move when the answer comes", async ({ connectedApp, sandbox }) => {
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  sandbox.faults.add({ path: "/v1/persons/search", fault: { kind: "hold", until } });
  const popup = await open(connectedApp, "hidden-duplicates");
  await expect(matchOf(popup).line).toHaveText(words("match_asking"));
  const places = () =>
    popup.evaluate(() =>
      [...document.querySelectorAll("input, button[type=submit], .more-line")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height];
      }),
    );
  const before = await places();
  answer();
  await expect(matchOf(popup).line).toContainText(words("match_known"));
  await expect(saveButton(popup, "save_known_update")).toBeVisible();
  expect(await places()).toEqual(before);
});

test("with few calls left nobody is looked up, and that is said; the save goes", async ({
  connectedApp,
  sandbox,
}) => {
  sandbox.rateLimit.spend(SANDBOX_KEY, 48);
  const first = await open(connectedApp, "past-only");
  await expect(matchOf(first).line).toHaveText(words("match_new"));
  await first.close();
  sandbox.log.clear();
  const popup = await open(connectedApp, "classic");
  await expect(matchOf(popup).line).toHaveText(words("match_skipped"));
  expect(sandbox.log.entries).toEqual([]);
  await saved(popup);
  expect(creations(sandbox)).toHaveLength(1);
});
