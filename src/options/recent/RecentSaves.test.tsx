// @vitest-environment jsdom
import { render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { SaveRecord } from "../../model/save.ts";
import type { Connection } from "../../protocol/messages.ts";
import { announce } from "../../storage/changes.ts";
import { database } from "../../storage/database.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { answerMessages } from "../../testing/worker-messages.ts";
import type { Handlers } from "../../worker/router.ts";
import { RecentSaves } from "./RecentSaves.tsx";
import { useQueueState } from "./use-saves.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const connection: Connection = {
  state: "connected",
  keyEnd: "-key",
  workspace: "0123456789abcdef",
  refused: false,
};
const job = {
  id: "j1",
  name: "Chief Financial Officer",
  clientCompanyName: "Nordvale",
  location: null,
  candidateCount: null,
};
const outcome = {
  personId: "p1",
  wasKnown: false,
  candidateIds: {},
  hintedCandidateId: null,
  clientContactId: null,
};

beforeEach(() => testBrowser.reset());

let order = 0;
/** A save of this person, newer than those before; finished unless the change says otherwise. */
function saveOf(name: string, change: Partial<SaveRecord> = {}): SaveRecord {
  order += 1;
  const { draft = {}, ...rest } = change;
  return someSave({
    id: `save-${order}`,
    order,
    createdAt: Date.now(),
    state: "saved",
    steps: [],
    outcome,
    ...rest,
    draft: { ...someDraft, linkedinUrl: `https://www.linkedin.com/in/p-${order}`, ...draft, name },
  } as Partial<SaveRecord>);
}

async function store(...saves: object[]): Promise<void> {
  const db = await database();
  for (const save of saves) {
    await db.put("saves", save as never);
    announce({ kind: "save", id: (save as SaveRecord).id });
  }
}

function Page({ of = connection }: { of?: Connection }) {
  const queue = useQueueState(of.state === "connected" ? of.workspace : null, true);
  return queue && <RecentSaves connection={of} queue={queue} recordLink="https://stardex.example/{id}" />;
}

async function open(handlers: Partial<Handlers> = {}, of = connection) {
  const asked = answerMessages({
    "jobs.remembered": async () => ({ pinned: [], recent: [], last: null }),
    "save.retry": async () => ({ ok: true }),
    "save.settle": async () => ({ ok: true }),
    "save.discard": async () => ({ ok: true }),
    ...handlers,
  });
  render(<Page of={of} />);
  await screen.findByRole("heading", { name: "Recent saves" });
  return {
    user: userEvent.setup(),
    sent: () => asked.filter(({ type }) => type.startsWith("save.")),
  };
}

const row = async (name: string) =>
  (await screen.findByRole("heading", { name })).closest("li") as HTMLLIElement;
const names = () => [...document.querySelectorAll("h4")].map(({ textContent }) => textContent);

test("without a save the page says what will be here", async () => {
  await open();
  expect(await screen.findByText("Nothing saved yet")).toBeTruthy();
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("a row says who, where and when, under its day, newest first", async () => {
  const yesterday = Date.now() - 86_400_000;
  await store(
    saveOf("Ines Carvalho", { createdAt: yesterday }),
    saveOf("Mara Lindqvist", { draft: { jobs: [{ job }] } } as never),
  );
  await open();
  const mara = within(await row("Mara Lindqvist"));
  expect(mara.getByRole("link", { name: "Mara Lindqvist" }).getAttribute("href")).toMatch(
    /linkedin\.com\/in\//,
  );
  expect(mara.getByText("Head of Supply Chain · Brightwater Foods")).toBeTruthy();
  expect(mara.getByText("Chief Financial Officer · Nordvale")).toBeTruthy();
  expect(mara.getByText("Saved")).toBeTruthy();
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    "today",
    "yesterday",
  ]);
  expect(names()).toEqual(["Mara Lindqvist", "Ines Carvalho"]);
  const link = mara.getByRole("link", { name: "Open in Stardex" });
  expect(link.getAttribute("href")).toBe("https://stardex.example/p1");
});

test("a save that comes, changes and goes is followed", async () => {
  await open();
  const save = saveOf("Mara Lindqvist", { state: "sending", outcome: null });
  await store(save);
  expect(within(await row("Mara Lindqvist")).getByText("Sending…")).toBeTruthy();
  await store({ ...save, state: "saved", outcome });
  await waitFor(async () => expect(within(await row("Mara Lindqvist")).getByText("Saved")).toBeTruthy());
  await (await database()).delete("saves", save.order);
  announce({ kind: "save", id: save.id });
  await waitFor(() => expect(names()).toEqual([]));
});

test("fifty at a time", async () => {
  await store(...Array.from({ length: 120 }, (_, n) => saveOf(`Person ${n}`)));
  const { user } = await open();
  await waitFor(() => expect(names()).toHaveLength(50));
  await user.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(names()).toHaveLength(100));
  await user.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(names()).toHaveLength(120));
  expect(new Set(names()).size).toBe(120);
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
});

test("search by name or company, and what finds nothing says so", async () => {
  await store(
    saveOf("Mara Lindqvist"),
    saveOf("Ines Carvalho", { draft: { companyName: "Northlight" } } as never),
  );
  const { user } = await open();
  await waitFor(() => expect(names()).toHaveLength(2));
  await user.type(screen.getByRole("searchbox"), "north");
  await waitFor(() => expect(names()).toEqual(["Ines Carvalho"]));
  await user.clear(screen.getByRole("searchbox"));
  await user.type(screen.getByRole("searchbox"), "nobody");
  expect(await screen.findByText("No saves match.")).toBeTruthy();
  await user.clear(screen.getByRole("searchbox"));
  await waitFor(() => expect(names()).toHaveLength(2));
});

test("filter by job and by state", async () => {
  await store(
    saveOf("Mara Lindqvist", { draft: { jobs: [{ job }] } } as never),
    saveOf("Ines Carvalho", { state: "needs_you", outcome: null, problem: { kind: "invalid" } }),
  );
  const { user } = await open();
  await waitFor(() => expect(names()).toHaveLength(2));
  await screen.findByRole("option", { name: "Chief Financial Officer · Nordvale" });
  await user.selectOptions(
    screen.getByRole("combobox", { name: "Job" }),
    "Chief Financial Officer · Nordvale",
  );
  await waitFor(() => expect(names()).toEqual(["Mara Lindqvist"]));
  await user.selectOptions(screen.getByRole("combobox", { name: "Job" }), "All jobs");
  await user.click(await screen.findByRole("button", { name: "1 save needs you" }));
  await waitFor(() => expect(names()).toEqual(["Ines Carvalho"]));
  await user.selectOptions(screen.getByRole("combobox", { name: "Status" }), "All statuses");
  await waitFor(() => expect(names()).toHaveLength(2));
});

test("one reason on top for all that wait, not one a row, and all can be sent now", async () => {
  const waiting = { state: "waiting", outcome: null, problem: { kind: "offline" } } as const;
  await store(
    saveOf("A", waiting),
    saveOf("B", waiting),
    saveOf("C", { ...waiting, problem: null }),
    saveOf("D"),
  );
  const { user, sent } = await open();
  const notice = await screen.findByText("No connection to Stardex · 3 waiting");
  expect(document.body.textContent?.match(/No connection/g)).toHaveLength(1);
  expect(notice).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Send all now" }));
  await waitFor(() => expect(sent()).toHaveLength(3));
  const ids = (await (await database()).getAll("saves")).slice(0, 3).map(({ id }) => id);
  expect(sent()).toEqual(ids.map((id) => ({ type: "save.retry", request: { id } })));
});

test("saves that wait for a valid key say that, with the way to it", async () => {
  await store(saveOf("A", { state: "waiting", outcome: null, problem: { kind: "unauthorized" } }));
  await open({}, { ...connection, refused: true } as Connection);
  expect(await screen.findByText("Stardex does not accept the API key · 1 waiting")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Replace key" }).getAttribute("href")).toBe("#connection");
});

test("saves on their way without trouble need no notice", async () => {
  await store(saveOf("A", { state: "waiting", outcome: null }));
  await open();
  await row("A");
  expect(screen.queryByRole("button", { name: "Send all now" })).toBeNull();
});

test("what Stardex refused is corrected in place: filled and refused fields, others on demand", async () => {
  const problem = { kind: "invalid", field: "work_email", message: "work_email is not deliverable" } as const;
  await store(saveOf("Mara Lindqvist", { state: "needs_you", outcome: null, problem }));
  const { user, sent } = await open();
  const mara = within(await row("Mara Lindqvist"));
  expect(mara.getByText(/work_email is not deliverable/)).toBeTruthy();
  await user.click(mara.getByRole("button", { name: "Edit: Mara Lindqvist" }));
  expect(mara.getAllByRole("textbox").map((field) => field.getAttribute("name"))).toEqual([
    "name",
    "currentJobTitle",
    "companyName",
    "workEmail",
  ]);
  const email = mara.getByLabelText("Work e-mail");
  await waitFor(() => expect(document.activeElement).toBe(email));
  expect(mara.getByRole("alert").textContent).toBe("Stardex did not accept this.");
  await user.type(email, "nobody{Enter}");
  expect(mara.getByRole("alert").textContent).toBe("This is not an e-mail address.");
  await user.clear(email);
  await user.type(email, "mara@brightwater.example");
  await user.click(mara.getByRole("button", { name: "Add field" }));
  await user.click(mara.getByRole("button", { name: "Location" }));
  await waitFor(() => expect(document.activeElement).toBe(mara.getByLabelText("Location")));
  await user.keyboard("Malmö{Enter}");
  await waitFor(() =>
    expect(sent()).toMatchObject([
      {
        type: "save.retry",
        request: { draft: { workEmail: "mara@brightwater.example", location: "Malmö" } },
      },
    ]),
  );
});

test("Esc leaves the correction and gives the focus back", async () => {
  await store(saveOf("Mara", { state: "needs_you", outcome: null, problem: { kind: "invalid" } }));
  const { user } = await open();
  const mara = within(await row("Mara"));
  const edit = () => mara.getByRole("button", { name: "Edit: Mara" });
  await user.click(edit());
  await user.type(mara.getByLabelText("Company"), "x");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(edit()));
  await user.click(edit());
  expect(mara.getByLabelText<HTMLInputElement>("Company").value).toBe("Brightwater Foods");
});

test.each([
  ["It arrived", "save.settle", "Marked as arrived."],
  ["Send again", "save.retry", "Trying again…"],
])("of a step whose answer was lost the user says %j", async (choice, type, news) => {
  const steps: SaveRecord["steps"] = [{ kind: "task", done: false }];
  await store(saveOf("Mara", { state: "needs_you", sentAt: 1, steps } as never));
  const { user, sent } = await open();
  const mara = within(await row("Mara"));
  expect(mara.getByText("Check in Stardex whether the task arrived.")).toBeTruthy();
  await user.click(mara.getByRole("button", { name: `${choice}: Mara` }));
  expect(await screen.findByText(news)).toBeTruthy();
  expect(sent()).toMatchObject([{ type }]);
});

test("discarding asks first, what is in Stardex only leaves the list, and a refusal is said", async () => {
  await store(
    saveOf("Done"),
    saveOf("Open", { state: "needs_you", outcome: null, problem: { kind: "invalid" } }),
  );
  const { user, sent } = await open({ "save.discard": async () => ({ ok: false }) });
  const openRow = within(await row("Open"));
  await user.click(openRow.getByRole("button", { name: "Discard: Open" }));
  expect(openRow.getByText("Discard this save? It is not in Stardex.")).toBeTruthy();
  expect(document.activeElement).toBe(openRow.getByRole("button", { name: "Keep it" }));
  await user.keyboard("{Enter}");
  expect(sent()).toEqual([]);
  await user.click(openRow.getByRole("button", { name: "Discard: Open" }));
  await user.click(openRow.getByRole("button", { name: "Discard" }));
  expect(await screen.findByText("Too late: this save has already been sent.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Recent saves" }));
  await user.click(within(await row("Done")).getByRole("button", { name: "Remove from list: Done" }));
  expect(sent()).toHaveLength(2);
});

test("a date that is none takes neither the row nor the page", async () => {
  await store(saveOf("Good"), saveOf("Odd", { createdAt: 1e20 }), saveOf("Odder", { createdAt: -1e20 }));
  await open();
  expect(await row("Good")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Recent saves" })).toBeTruthy();
});

test("saves of another key are not in the list", async () => {
  await store(saveOf("Mine"), saveOf("Theirs", { workspace: "fedcba9876543210" }));
  await open();
  await row("Mine");
  expect(names()).toEqual(["Mine"]);
});
