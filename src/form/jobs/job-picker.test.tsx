// @vitest-environment jsdom
/** Jobs are searched, picked, kept, removed and put back by keyboard; what is typed is never lost. */
import { screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import type { InProcessSandbox } from "../../../e2e/sandbox/in-process.ts";
import { send } from "../../protocol/send.ts";
import { type OpenForm, openForm, prepareForms } from "../../testing/open-form.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

const MARA = "sdui-with-experience";

async function typeJob(form: OpenForm, words: string, shows: string) {
  await form.user.type(form.jobBox(), words);
  await waitFor(() => expect(form.activeOption()?.textContent).toContain(shows));
}

async function chooseJob(form: OpenForm, words: string, shows: string) {
  await typeJob(form, words, shows);
  await form.user.keyboard("{Enter}");
}

const names = (form: OpenForm) =>
  form.chosenJobs().map((row) => row.querySelector(".chosen-name")?.textContent);
const jobsOf = ({ store }: InProcessSandbox, name: string) => {
  const person = store.persons.find((one) => one.name === name);
  return store.candidatesOf(person?.id ?? "").map(({ job_id }) => {
    const job = store.job(job_id);
    return `${job?.name} at ${job?.client_company_name}`;
  });
};

/** Answers of job searches wait until the returned function is called. */
function holdJobs({ faults }: InProcessSandbox): () => void {
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  faults.add({ path: "/v1/jobs/search", times: 100, fault: { kind: "hold", until } });
  return answer;
}

test("two jobs by keyboard: the person is a candidate on both, in one search a pause", async () => {
  const form = await openForm(MARA);
  await chooseJob(form, "general tamarisk", "Tamarisk Foods");
  expect(form.jobBox().value).toBe("");
  await chooseJob(form, "operating nordvale", "Nordvale Energy");
  expect(names(form)).toEqual(["General Counsel", "Chief Operating Officer"]);
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
  expect(jobsOf(form.sandbox, "Mara Lindqvist").sort()).toEqual([
    "Chief Operating Officer at Nordvale Energy",
    "General Counsel at Tamarisk Foods",
  ]);
  const rows = screen.getAllByRole("listitem").map((row) => row.textContent);
  expect(rows).toEqual([
    expect.stringMatching(/General Counsel · Tamarisk Foods.*Identified/),
    expect.stringMatching(/Chief Operating Officer · Nordvale Energy.*Identified/),
  ]);
});

test.each([
  ["Ctrl+Enter", (form: OpenForm) => form.user.keyboard("{Control>}{Enter}{/Control}")],
  ["a click on Save", (form: OpenForm) => form.user.click(form.button("Save to Stardex"))],
])("a job that is typed and highlighted is taken at %s", async (_way, save) => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await typeJob(form, "general tamarisk", "Tamarisk Foods");
  await save(form);
  await screen.findByText("Mara Lindqvist added.");
  expect(jobsOf(form.sandbox, "Mara Lindqvist")).toEqual(["General Counsel at Tamarisk Foods"]);
});

test("Tab takes it too; a list that was only opened gives nothing", async () => {
  const form = await openForm(MARA);
  await typeJob(form, "general tamarisk", "Tamarisk Foods");
  await form.user.tab();
  expect(names(form)).toEqual(["General Counsel"]);
  await form.user.click(form.jobBox());
  await waitFor(() => expect(form.options().length).toBeGreaterThan(1));
  await form.user.tab();
  expect(names(form)).toEqual(["General Counsel"]);
});

test("words without a job stop Save, stay, and say what to do", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await form.user.type(form.jobBox(), "beekeeper{Escape}");
  await form.user.tab();
  await form.user.click(form.button("Save to Stardex"));
  await screen.findByText("Pick a job for “beekeeper”, or clear the box.");
  expect(form.jobBox().value).toBe("beekeeper");
  expect(document.activeElement).toBe(form.jobBox());
  expect(form.writes()).toEqual([]);
  await form.user.clear(form.jobBox());
  expect(screen.queryByRole("alert")).toBeNull();
});

test("Save while the answer is on its way stops, and does not drop the words", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  const answer = holdJobs(form.sandbox);
  await form.user.type(form.jobBox(), "general tamarisk");
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/Pick a job for “general tamarisk”/);
  expect(form.writes()).toEqual([]);
  answer();
  await waitFor(() => expect(names(form)).toEqual(["General Counsel"]));
});

test.each(["{Enter}", "{Tab}"])("%s before the answer is remembered", async (key) => {
  const form = await openForm(MARA);
  const answer = holdJobs(form.sandbox);
  await form.user.type(form.jobBox(), `general tamarisk${key}`);
  expect(form.chosenJobs()).toEqual([]);
  answer();
  await waitFor(() => expect(names(form)).toEqual(["General Counsel"]));
  expect(form.jobBox().value).toBe("");
  expect(form.writes()).toEqual([]);
});

test("a name that no job has is sent only when the user moves to it", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await form.user.type(form.jobBox(), "Lighthouse Keeper");
  const option = await screen.findByRole("option", { name: /Send “Lighthouse Keeper”/ });
  expect(option.getAttribute("aria-selected")).toBe("false");
  await form.user.keyboard("{ArrowDown}{Enter}");
  expect(names(form)).toEqual(["Lighthouse Keeper"]);
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Saved without a job: no open job is called “Lighthouse Keeper”.");
  expect(form.writes()[0]?.body).toMatchObject({ job_name: "Lighthouse Keeper" });
});

test("a short title finds the job that is meant", async () => {
  const form = await openForm(MARA);
  await typeJob(form, "cfo nordvale", "Nordvale Energy");
  expect(form.activeOption()?.textContent).toContain("Chief Financial Officer");
});

test("Backspace marks the last job, a second one takes it out, Ctrl+Z puts it back", async () => {
  const form = await openForm(MARA);
  await chooseJob(form, "general tamarisk", "Tamarisk Foods");
  await chooseJob(form, "operating nordvale", "Nordvale Energy");
  await form.user.keyboard("{Backspace}");
  expect(names(form)).toHaveLength(2);
  expect(form.chosenJobs()[1]?.dataset.armed).toBe("true");
  screen.getByText("Last job selected. Press Backspace again to remove it.");
  await form.user.keyboard("{Backspace}");
  expect(names(form)).toEqual(["General Counsel"]);
  screen.getByText("Chief Operating Officer removed.");
  await form.user.keyboard("{Control>}z{/Control}");
  expect(names(form)).toEqual(["General Counsel", "Chief Operating Officer"]);
});

test("another key lets the marked job be; a held Backspace takes none", async () => {
  const form = await openForm(MARA);
  await chooseJob(form, "general tamarisk", "Tamarisk Foods");
  await form.user.keyboard("{Backspace}{ArrowDown}{Escape}{Backspace}");
  expect(names(form)).toEqual(["General Counsel"]);
  await form.user.keyboard("{ArrowDown}{Escape}");
  await form.user.type(form.jobBox(), "cfo");
  await form.user.keyboard("{Backspace>8/}");
  expect(form.jobBox().value).toBe("");
  expect(names(form)).toEqual(["General Counsel"]);
});

test("one that is taken out by its button can be put back", async () => {
  const form = await openForm(MARA);
  await chooseJob(form, "general tamarisk", "Tamarisk Foods");
  await form.user.click(form.button("Remove General Counsel"));
  expect(document.activeElement).toBe(form.jobBox());
  await form.user.click(form.button("Undo"));
  expect(names(form)).toEqual(["General Counsel"]);
});

test("the job of the last save is in the next form without a call", async () => {
  const form = await openForm(MARA);
  await chooseJob(form, "general tamarisk", "Tamarisk Foods");
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
  await waitFor(async () => expect((await send("jobs.remembered", {})).last).not.toBeNull());
  form.sandbox.log.clear();
  const next = await openForm("classic", { worker: form.worker });
  await waitFor(() => expect(names(next)).toEqual(["General Counsel"]));
  expect(next.sandbox.log.entries.filter(({ path }) => path.startsWith("/v1/jobs"))).toEqual([]);
});

test("Save before the remembered job and the unsaved edits are in the form waits for them", async () => {
  const first = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await chooseJob(first, "general tamarisk", "Tamarisk Foods");
  await first.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
  const interrupted = await openForm("past-only", { worker: first.worker });
  await waitFor(() => expect(names(interrupted)).toEqual(["General Counsel"]));
  await interrupted.user.type(interrupted.field("Location"), "Turku");
  const form = await openForm("past-only", { worker: first.worker });
  form.button("Save to Stardex").click();
  expect(form.chosenJobs()).toEqual([]);
  await screen.findByText("General Counsel");
  await screen.findByRole("heading", { name: "Saved" });
  const body = form.sandbox.log.of("POST", "/v1/persons")[1]?.body;
  expect(body).toHaveProperty("job_id");
  expect(JSON.stringify(body)).toContain("Turku");
});

test("a pinned job is offered first the next time, and a pin is no choice", async () => {
  const form = await openForm(MARA);
  await typeJob(form, "counsel lumenfield", "Lumenfield Optics");
  await form.user.keyboard("{Shift>}{Enter}{/Shift}");
  await screen.findByText(", pinned");
  expect(form.chosenJobs()).toEqual([]);
  const next = await openForm("classic", { worker: form.worker });
  await waitFor(async () => {
    await next.user.click(next.jobBox());
    expect(screen.getByRole("group", { name: "Pinned" }).textContent).toContain("Lumenfield Optics");
  });
});

test("an answer to older words that comes late is dropped", async () => {
  const form = await openForm(MARA);
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  form.sandbox.faults.add({ path: "/v1/jobs/search", fault: { kind: "hold", until } });
  await form.user.type(form.jobBox(), "counsel nordvale");
  await form.sandbox.log.waitForRequest(({ path }) => path === "/v1/jobs/search");
  await form.user.clear(form.jobBox());
  await typeJob(form, "counsel lumenfield", "Lumenfield Optics");
  answer();
  await form.user.keyboard("{Enter}");
  expect(form.chosenJobs()[0]?.textContent).toContain("Lumenfield Optics");
});

test("a search that fails says so, and the form saves without a job", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  form.sandbox.faults.add({
    path: "/v1/jobs/search",
    times: 10,
    fault: { kind: "status", status: 500, envelope: "A" },
  });
  await form.user.click(form.jobBox());
  await screen.findByText(/Stardex had a problem.*You can save without it/);
  await form.user.keyboard("{Escape}{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
});

test("Alt+J goes to the job from anywhere", async () => {
  const form = await openForm(MARA);
  await form.user.click(form.field("Name"));
  await form.user.keyboard("{Alt>}j{/Alt}");
  expect(document.activeElement).toBe(form.jobBox());
  expect(form.jobBox().getAttribute("aria-keyshortcuts")).toBe("Alt+J");
});

test("the chosen stage goes with the save and is in its result", async () => {
  const form = await openForm(MARA);
  await chooseJob(form, "general tamarisk", "Tamarisk Foods");
  const stage = screen.getByRole<HTMLSelectElement>("combobox", { name: "Stage on General Counsel" });
  await waitFor(() => expect(within(stage).getAllByRole("option").length).toBeGreaterThan(2));
  await form.user.selectOptions(stage, "Screened");
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
  screen.getByText("Screened");
});
