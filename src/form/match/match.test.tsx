// @vitest-environment jsdom
/** What the form says and saves of somebody whom Stardex knows, may know, or does not. */
import { screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { InProcessSandbox } from "../../../e2e/sandbox/in-process.ts";
import { send } from "../../protocol/send.ts";
import { formOfPage, type OpenForm, openForm, prepareForms } from "../../testing/open-form.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

/** On the page `hidden-duplicates`, on two open jobs and an archived one; the title differs. */
const NADEZHDA = "hidden-duplicates";
/** On the page `right-hand-people`, known as the page says, on no job. */
const LEOCADIA = "right-hand-people";
/** On the page `open-dialog`; Stardex has one of the name at the company, without a profile. */
const YSOLDE = "open-dialog";

const tick = (name: RegExp) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const known = async (page: string, prepare?: (sandbox: InProcessSandbox) => void) => {
  const form = await openForm(page, prepare && { prepare });
  await screen.findByText("In Stardex");
  return form;
};

function personNamed({ store }: InProcessSandbox, name: string) {
  const found = store.persons.filter((person) => person.name === name);
  expect(found, name).toHaveLength(1);
  return found[0] as (typeof found)[number];
}

/** Stardex states that the record has no company. */
function withoutCompany(sandbox: InProcessSandbox): void {
  personNamed(sandbox, "Nadezhda Quill").current_company_name = null;
}

async function saved({ user }: OpenForm) {
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("button", { name: "Done" });
  await screen.findByRole("heading", { name: /Saved|Already in Stardex/ });
}

test("new: said so, and saved as one", async () => {
  const form = await openForm("sdui-with-experience");
  await screen.findByText("New to Stardex");
  await saved(form);
  screen.getByText("Mara Lindqvist added.");
  expect(form.writes().map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /v1/persons"]);
});

test("a namesake with another profile at another company is a quiet count", async () => {
  await openForm("sticky-header");
  await screen.findByText("New to Stardex · 1 other person with this name");
});

describe("known", () => {
  test("the jobs newest first with their stages, archived ones folded, contacts to copy", async () => {
    const form = await known(NADEZHDA);
    expect(form.matchLine().textContent).toBe("In Stardex · On 2 jobs · 1 difference");
    await form.user.click(form.button("Details"));
    await screen.findByText("1 archived job");
    const rows = within(screen.getAllByRole("list", { name: "Jobs" })[0] as HTMLElement);
    expect(rows.getAllByRole("listitem").map((row) => row.textContent)).toEqual([
      "Chief Operating Officer · Nordvale EnergyShortlisted",
      "VP Engineering · Harrowgate CapitalScreened",
    ]);
    screen.getByText("1 e-mail · 1 phone number");
    screen.getByRole("button", { name: "Copy +31 6 5550 0142", hidden: true });
  });

  test("room for what is known is there before anybody knows", async () => {
    const form = await openForm(NADEZHDA);
    const head = form.matchLine().closest(".match-head");
    expect(head).not.toBeNull();
    await screen.findByText("In Stardex");
    const log = await screen.findByRole("button", { name: "Log activity" });
    expect(log.closest(".match-head")).toBe(head);
  });

  test("an ID that only a new person takes is not asked for; one that was typed before is said to stay here", async () => {
    const form = await known(NADEZHDA);
    await form.user.click(form.button("More"));
    await screen.findByLabelText("Note");
    expect(screen.queryByLabelText("ID in another system")).toBeNull();

    const page = formOfPage(NADEZHDA);
    const typed = await openForm({ ...page, values: { ...page.values, externalSourceId: "HR-1042" } });
    await screen.findByText("In Stardex");
    const box = await screen.findByLabelText<HTMLInputElement>("ID in another system");
    await screen.findByText("Not sent: only a new person takes it");
    expect(box.value).toBe("HR-1042");
    expect(typed.writes()).toEqual([]);
  });

  test("a blank is filled unasked, a value of the page that differs is changed only when ticked", async () => {
    const form = await known(NADEZHDA, withoutCompany);
    expect(tick(/Add to Stardex/).checked).toBe(true);
    expect(tick(/Replace “Senior Cartographer”/).checked).toBe(false);
    expect(form.button(/^Update/).textContent).toBe("UpdateCompany");
    await saved(form);
    screen.getByText("Nadezhda Quill was updated.");
    expect(personNamed(form.sandbox, "Nadezhda Quill")).toMatchObject({
      current_company_name: "Meridian Maps",
      current_job_title: "Senior Cartographer",
    });
    expect(form.writes()).toHaveLength(1);
  });

  test("ticked and unticked by hand: exactly that is sent", async () => {
    const form = await known(NADEZHDA, withoutCompany);
    await form.user.click(tick(/Replace/));
    await form.user.click(tick(/Add to Stardex/));
    await saved(form);
    expect(form.writes().map(({ body }) => body)).toEqual([
      { enrich_record: true, current_job_title: "Cartographer" },
    ]);
  });

  test("what the user types is ticked by definition and sent", async () => {
    const form = await known(NADEZHDA);
    await form.user.clear(form.field("Job title"));
    await form.user.type(form.field("Job title"), "Chief Cartographer");
    expect(tick(/Replace “Senior Cartographer”/).checked).toBe(true);
    expect(form.button(/^Update/).textContent).toBe("UpdateJob title");
    await form.user.keyboard("{Enter}");
    await screen.findByText("Nadezhda Quill was updated.");
    expect(form.writes().map(({ body }) => body)).toEqual([
      { enrich_record: true, current_job_title: "Chief Cartographer" },
    ]);
  });

  test("a typed change alone is enough to save", async () => {
    const form = await known(LEOCADIA);
    await form.user.clear(form.field("Job title"));
    await form.user.type(form.field("Job title"), "Chief Engineer");
    await saved(form);
    expect(personNamed(form.sandbox, "Leocadia Brandt").current_job_title).toBe("Chief Engineer");
  });

  test("a field that is emptied blanks nothing in Stardex", async () => {
    const form = await known(NADEZHDA, withoutCompany);
    await form.user.clear(form.field("Job title"));
    await saved(form);
    expect(personNamed(form.sandbox, "Nadezhda Quill").current_job_title).toBe("Senior Cartographer");
    expect(JSON.stringify(form.writes())).not.toContain("job_title");
  });

  test("nothing to save is said, with what would be; Enter sends nothing", async () => {
    const form = await known(LEOCADIA);
    expect(form.matchLine().textContent).toBe("In Stardex · Not on a job");
    const button = form.button(/^Nothing to save/);
    expect(button.getAttribute("aria-disabled")).toBe("true");
    await form.user.click(form.field("Name"));
    await form.user.keyboard("{Enter}");
    await form.user.click(button);
    expect(form.writes()).toEqual([]);
  });

  test("the button names the job, and it is added once; the next form says so", async () => {
    const form = await known(LEOCADIA);
    await form.user.type(form.jobBox(), "general tamarisk");
    await waitFor(() => expect(form.activeOption()?.textContent).toContain("Tamarisk Foods"));
    await form.user.keyboard("{Enter}");
    await waitFor(() =>
      expect(form.button(/^Add to job/).textContent).toBe("Add to jobGeneral Counsel · Tamarisk Foods"),
    );
    await saved(form);
    const { id } = personNamed(form.sandbox, "Leocadia Brandt");
    expect(form.sandbox.store.candidatesOf(id)).toHaveLength(1);

    await waitFor(async () => expect((await send("jobs.remembered", {})).last).not.toBeNull());
    const again = await openForm(LEOCADIA, { worker: form.worker });
    await screen.findByText("In Stardex");
    await waitFor(() => expect(again.chosenJobs()[0]?.textContent).toContain("Already on it"));
    screen.getByRole("button", { name: /Nothing to save.*Already on this job/ });
  });

  test("a job with a stage already is marked in the list and in its row", async () => {
    const form = await known(NADEZHDA);
    await form.user.type(form.jobBox(), "operating nordvale");
    await waitFor(() => expect(form.activeOption()?.textContent).toContain("Already on it · Shortlisted"));
    await form.user.keyboard("{Enter}");
    expect(form.chosenJobs()[0]?.textContent).toContain("Already on it · Shortlisted");
    screen.getByRole("button", { name: /Nothing to save.*Already on this job/ });
  });

  test("a note goes to the timeline, and nothing else is changed", async () => {
    const form = await known(LEOCADIA);
    await form.user.click(form.button("More"));
    await form.user.type(await screen.findByLabelText("Note"), "Met in Linz.");
    await saved(form);
    const { id } = personNamed(form.sandbox, "Leocadia Brandt");
    expect(form.sandbox.store.activities.filter(({ person_id }) => person_id === id)).toHaveLength(1);
    expect(form.writes().some(({ path }) => path.startsWith("/v1/persons/"))).toBe(false);
  });
});

describe("may be known", () => {
  const question = () => screen.getByRole("alert", { name: "Is this the same person?" });

  test("both answers are buttons, and neither is on a bare Enter", async () => {
    const form = await openForm(YSOLDE);
    await screen.findByText("Maybe in Stardex");
    within(question()).getByText("Ysolde Ferreira · Radio Producer at Vigo FM");
    await form.user.click(form.field("Name"));
    await form.user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(question()));
    await form.user.keyboard("{Enter}{Enter}");
    await form.user.keyboard("{Control>}{Enter}{/Control}");
    expect(form.writes()).toEqual([]);
  });

  test("the same person gets this profile, and no second record", async () => {
    const form = await openForm(YSOLDE);
    await screen.findByText("Maybe in Stardex");
    await form.user.click(form.button("Same person"));
    expect(form.matchLine().textContent).toContain("Same person · Not on a job");
    await saved(form);
    const { id } = personNamed(form.sandbox, "Ysolde Ferreira");
    expect(form.writes()).toEqual([
      {
        method: "PATCH",
        path: `/v1/persons/${id}`,
        body: {
          enrich_record: true,
          linkedin_url: "https://www.linkedin.com/in/ysolde-ferreira",
        },
      },
    ]);
  });

  test("a new person is saved at that click, as one", async () => {
    const form = await openForm(YSOLDE);
    await screen.findByText("Maybe in Stardex");
    await form.user.click(form.button("Save as a new person"));
    await screen.findByText("Ysolde Ferreira added.");
    expect(form.writes().map(({ method }) => method)).toEqual(["POST"]);
  });

  test("who it is stays decided when the popup closes, and can be taken back", async () => {
    const form = await openForm(YSOLDE);
    await screen.findByText("Maybe in Stardex");
    await form.user.click(form.button("Same person"));
    await screen.findByText("Same person");
    await waitFor(async () => {
      const again = await openForm(YSOLDE, { worker: form.worker });
      await waitFor(() => expect(again.matchLine().textContent).toContain("Same person"));
    });
    expect(screen.queryByRole("alert", { name: "Is this the same person?" })).toBeNull();
    await form.user.click(screen.getByRole("button", { name: "Undo" }));
    question();
  });

  test("another profile on the record stays unless it is ticked, in what follows the save too", async () => {
    const form = await openForm("heading-roles");
    await screen.findByText("Maybe in Stardex");
    screen.getByText(/Has another LinkedIn profile: sorrel-v-1987/);
    await form.user.click(form.button("Same person"));
    await form.user.click(screen.getByRole("radio", { name: "Client contact" }));
    await form.user.clear(form.clientBox());
    await form.user.type(form.clientBox(), "Harrowgate");
    await waitFor(() => expect(form.activeOption()?.textContent).toContain("Harrowgate Capital"));
    await form.user.keyboard("{Enter}");
    await saved(form);
    const person = personNamed(form.sandbox, "Sorrel Vanderhoven");
    expect(person.linkedin_public_id).toBe("sorrel-v-1987");
    expect(form.sandbox.store.clientContacts.map(({ person_id }) => person_id)).toEqual([person.id]);
  });
});

describe("not known", () => {
  test("a look-up that fails is told in one quiet line, and the form saves", async () => {
    const form = await openForm("classic", {
      prepare: ({ faults }) =>
        faults.add({ path: "/v1/persons/search", fault: { kind: "status", status: 500, envelope: "A" } }),
    });
    await screen.findByText("Couldn’t check Stardex. You can still save.");
    await saved(form);
    expect(form.writes()).toHaveLength(1);
  });

  test("a refused key is said before the first keystroke, and nothing promises that saving works", async () => {
    const form = await openForm("classic", {
      prepare: ({ faults }) =>
        faults.add({ path: /search$/, times: 10, fault: { kind: "status", status: 401, envelope: "A" } }),
    });
    await screen.findByText("Stardex does not accept the API key");
    await form.user.type(form.jobBox(), "general");
    await waitFor(() => expect(screen.getAllByText("Stardex does not accept the API key")).toHaveLength(2));
    expect(screen.queryByText(/can save/)).toBeNull();
  });
});
