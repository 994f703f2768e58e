// @vitest-environment jsdom
/** The people of a page in a popup that closes and opens again. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { PersonRow } from "../linkedin/layouts/people-list.ts";
import { database } from "../storage/database.ts";
import { prepareForms } from "../testing/open-form.tsx";
import { connectedWorker } from "../testing/page-worker.ts";
import { PagePeople } from "./PagePeople.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));
const page = vi.hoisted(() => ({ people: [] as unknown[] }));
vi.mock("../capture/read-list.ts", () => ({ readListInTab: async () => page.people }));

const search = "https://www.linkedin.com/search/results/people/?keywords=cfo";

/** Of people of their own in each test: what an earlier one has sent may still be on its way. */
let count = 0;
let worker: Awaited<ReturnType<typeof connectedWorker>>;

const person = (name: string): PersonRow => ({
  name,
  headline: "CFO",
  location: null,
  currentTitle: null,
  currentCompany: null,
  linkedinUrl: `https://www.linkedin.com/in/${name.toLowerCase().replace(" ", "-")}-${count}`,
  why: null,
});

beforeEach(async () => {
  prepareForms();
  count += 1;
  page.people = [person("Ada Ray"), person("Bo Lund"), person("Cy Young")];
  worker = await connectedWorker();
});

/** The popup over the page, after the one before was closed. */
async function open(url: string | null = search, { workspace } = worker) {
  cleanup();
  render(
    <PagePeople tabId={1} url={url} workspace={workspace} recentUrl="#recent">
      Nobody
    </PagePeople>,
  );
  await screen.findByRole("table", { name: "People on this page" });
  return userEvent.setup();
}

const ticked = () =>
  screen
    .getAllByRole<HTMLInputElement>("checkbox", { name: /^Select/ })
    .filter(({ checked }) => checked)
    .map((box) => box.getAttribute("aria-label")?.replace("Select ", ""));
/** Ticks it and waits until that is kept. */
async function keep(user: ReturnType<typeof userEvent.setup>, name: string, { workspace } = worker) {
  await tick(user, name);
  const id = (page.people as PersonRow[]).find((one) => one.name === name)?.linkedinUrl;
  await waitFor(async () => {
    const stored = await (await database()).get("tables", [workspace, "page_rows"]);
    expect(JSON.stringify(stored)).toContain(id);
  });
}
const tick = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(screen.getByRole("checkbox", { name: `Select ${name}` }));

async function pickJob(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByRole("combobox", { name: "Job" }), "general tamarisk");
  const list = await screen.findByRole("listbox");
  await user.click(await within(list).findByRole("option", { name: /General Counsel/ }));
}
const jobs = () => screen.queryByRole("list", { name: "Chosen jobs" })?.textContent ?? "";

/** Of what is there, that this one tick is all: what would have come back from storage stands beside it. */
async function expectNothingKept(user: ReturnType<typeof userEvent.setup>, name: string, url = search) {
  await keep(user, name);
  await open(url);
  await waitFor(() => expect(ticked()).toEqual([name]));
  expect(jobs()).toBe("");
}

test("ticks and choices are there again over the same page, and what is sent is gone", async () => {
  const first = await open();
  await keep(first, "Ada Ray");
  await keep(first, "Cy Young");
  await pickJob(first);

  const second = await open(`${search}#top`);
  await waitFor(() => expect(ticked()).toEqual(["Ada Ray", "Cy Young"]));
  await waitFor(() => expect(jobs()).toContain("General Counsel"));
  await second.click(screen.getByRole("button", { name: "Save 2 people" }));
  await waitFor(() => expect(screen.queryByText("Cy Young")).toBeNull());

  await expectNothingKept(await open(), "Bo Lund");
});

test("people of another page take their place", async () => {
  const first = await open();
  await keep(first, "Ada Ray");
  await pickJob(first);
  await expectNothingKept(await open(`${search}&page=2`), "Bo Lund", `${search}&page=2`);
  await expectNothingKept(await open(), "Cy Young");
});

test("under another key nothing is there, and of a page without an address nothing is kept", async () => {
  await keep(await open(), "Ada Ray");
  const other = { ...worker, workspace: "another" };
  await keep(await open(search, other), "Bo Lund", other);
  expect(ticked()).toEqual(["Bo Lund"]);
  await tick(await open(null), "Cy Young");
  expect(ticked()).toEqual(["Cy Young"]);
  await open();
  await waitFor(() => expect(ticked()).toEqual(["Ada Ray"]));
});
