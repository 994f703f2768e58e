// @vitest-environment jsdom
/** The panel over tabs that change, with the real worker behind it. */
import { act, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SECOND_KEY } from "../../e2e/sandbox/in-process.ts";
import { prepareForms } from "../testing/open-form.tsx";
import { connectedWorker } from "../testing/page-worker.ts";
import { createPanelTabs, type PanelTabs, personOn } from "../testing/panel-tabs.ts";
import { addPerson } from "../testing/sandbox-records.ts";
import { Panel } from "./Panel.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));
const capture = vi.hoisted(() => ({ readTab: (_tabId: number): Promise<unknown> => Promise.resolve() }));
vi.mock("../capture/read-list.ts", () => ({ readListInTab: async () => null }));
vi.mock("../capture/read-tab.ts", () => ({
  readTab: (tabId: number) => capture.readTab(tabId),
  rereadTab: async () => null,
  scrollToExperience: async () => false,
}));

const mara = personOn("sdui-with-experience");
const gwen = personOn("classic");
const third = personOn("grouped-roles");

let tabs: PanelTabs;
let worker: Awaited<ReturnType<typeof connectedWorker>>;

beforeEach(async () => {
  prepareForms();
  vi.stubGlobal("chrome", { sidePanel: {} });
  worker = await connectedWorker();
  tabs = createPanelTabs();
  capture.readTab = tabs.read;
});

const nameBox = () => screen.queryByLabelText<HTMLInputElement>("Name", { exact: true });
const readButton = () => screen.findByRole("button", { name: "Read this page" });
const stays = () => document.querySelector(".round-line p")?.textContent ?? null;
const changesSent = () =>
  worker.sandbox.log.entries.filter(({ method }) => method === "PATCH").map(({ body }) => body);
const personsSent = () => worker.sandbox.log.of("POST", "/v1/persons").map(({ body }) => body);

async function formOf(person: { name: string }) {
  await waitFor(() => expect(nameBox()?.value).toBe(person.name));
  await screen.findByText(/New to Stardex|In Stardex/);
}

/** Opened on the first person, as a user does. */
async function openPanel() {
  const user = userEvent.setup();
  tabs.add(1, mara.url);
  render(<Panel />);
  await formOf(mara);

  return {
    user,
    async goTo(person: { url: string; name: string }) {
      tabs.navigate(1, person.url);
      await user.click(await readButton());
      await formOf(person);
    },
    async openMore() {
      const more = screen.getByRole("button", { name: "More" });
      if (more.getAttribute("aria-expanded") !== "true") await user.click(more);
      await screen.findByRole("combobox", { name: "Tags" });
    },
    async addTag(name: string) {
      await user.type(screen.getByRole("combobox", { name: "Tags" }), name);
      await user.click(await screen.findByRole("option", { name }));
    },
    async pickJob(typed: string) {
      await user.type(screen.getByRole("combobox", { name: "Job" }), typed);
      const list = await screen.findByRole("listbox");
      const words = new RegExp(typed.split(" ").at(-1) ?? "", "i");
      await user.click(await within(list).findByRole("option", { name: words }));
    },
    async save(person: { name: string }) {
      await user.click(screen.getByRole("button", { name: /Save|Add|Update/ }));
      await screen.findByText(new RegExp(`^${person.name} (added|was updated|was in Stardex already)`));
    },
    async pinField(name: string) {
      await screen.findByRole("option", { name });
      await user.selectOptions(screen.getByRole("combobox", { name: "Add a field…" }), name);
      return await screen.findByLabelText<HTMLInputElement>(name, { selector: "input" });
    },
  };
}

describe("from person to person", () => {
  test("job and tags stay until changed, are named, and are sent with each", async () => {
    const panel = await openPanel();
    await panel.pickJob("general tamarisk");
    await panel.openMore();
    await panel.addTag("Shipping");
    expect(stays()).toMatch(/^Stays: General Counsel.* · Tags: Shipping$/);

    await panel.goTo(gwen);
    await panel.openMore();
    expect(screen.getByRole("button", { name: "Remove Shipping" })).toBeTruthy();
    await panel.save(gwen);
    await waitFor(() =>
      expect(changesSent()).toMatchObject([{ custom_fields: [{ add_values: [expect.any(String)] }] }]),
    );
    expect(personsSent()).toMatchObject([{ name: gwen.name, job_id: expect.any(String) }]);

    await panel.goTo(third);
    await panel.openMore();
    await panel.user.click(screen.getByRole("button", { name: "Remove Shipping" }));
    expect(stays()).not.toContain("Shipping");
  });

  test("what was said of one person is nobody else’s: note, e-mail, phone, reminder, a field of their own", async () => {
    const panel = await openPanel();
    await panel.openMore();
    const { user } = panel;
    const all = {
      Note: "Wants to move",
      "Follow-up task": "Call",
      "Work e-mail": "m@b.example",
      "Mobile phone": "+46 70 1",
      "ID in another system": "HR-1",
    };
    for (const [label, text] of Object.entries(all)) await user.type(screen.getByLabelText(label), text);
    await user.type(await panel.pinField("Expected salary"), "100000");
    expect(stays()).toBeNull();

    await panel.goTo(gwen);
    await panel.openMore();
    for (const label of [...Object.keys(all), "Expected salary"])
      expect(screen.getByLabelText<HTMLInputElement>(label).value, label).toBe("");
  });

  test("a field stays where the user says so, and only for whom it writes nothing over", async () => {
    addPerson(worker.sandbox.store, third.name, new URL(third.url).pathname.split("/")[2] ?? "");
    const panel = await openPanel();
    await panel.openMore();
    await panel.user.type(await panel.pinField("Years in post"), "5");
    await panel.addTag("Shipping");
    await panel.user.click(screen.getByRole("button", { name: "Keep Years in post for the next people" }));
    expect(stays()).toBe("Stays: Tags: Shipping · Years in post: 5");

    await panel.goTo(gwen);
    await panel.openMore();
    expect(screen.getByLabelText<HTMLInputElement>("Years in post").value).toBe("5");
    await panel.goTo(third);
    await panel.openMore();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Years in post").value).toBe(""));
    expect(screen.getByRole("button", { name: "Remove Shipping" })).toBeTruthy();
  });

  test("a worker that finds the person after all writes no kept field over the person’s own", async () => {
    const panel = await openPanel();
    await panel.openMore();
    await panel.user.type(await panel.pinField("Years in post"), "5");
    await panel.addTag("Shipping");
    await panel.user.click(screen.getByRole("button", { name: "Keep Years in post for the next people" }));
    // Nobody can say whether Stardex has the next person, until the save asks again.
    const asking = {
      path: "/v1/persons/search",
      times: 4,
      fault: { kind: "status", status: 500, envelope: "A" },
    };
    worker.sandbox.faults.add(asking as Parameters<typeof worker.sandbox.faults.add>[0]);
    tabs.navigate(1, gwen.url);
    await panel.user.click(await readButton());
    await waitFor(() => expect(nameBox()?.value).toBe(gwen.name));
    await screen.findByText(/Couldn’t check/);
    worker.sandbox.faults.clear();
    addPerson(worker.sandbox.store, gwen.name, new URL(gwen.url).pathname.split("/")[2] ?? "");
    await panel.user.click(screen.getByRole("button", { name: /Save|Add|Update/ }));
    await waitFor(() => {
      const writes = changesSent();
      expect(writes).toContainEqual({
        custom_fields: [expect.objectContaining({ add_values: expect.anything() })],
      });
      expect(JSON.stringify(writes)).not.toContain('"value"');
    });
  });

  test("one click takes it all away, from this form too, and the focus stays in the form", async () => {
    const panel = await openPanel();
    await panel.pickJob("general tamarisk");
    await panel.openMore();
    await panel.addTag("Shipping");
    await panel.user.type(screen.getByLabelText("Note"), "Hers");
    await panel.user.click(screen.getByRole("button", { name: "Clear", description: /^Stays: / }));
    expect(stays()).toBeNull();
    expect(screen.queryByRole("button", { name: "Remove Shipping" })).toBeNull();
    expect(within(screen.getByRole("list", { name: "Chosen jobs" })).queryAllByRole("listitem")).toEqual([]);
    expect(screen.getByLabelText<HTMLInputElement>("Note").value).toBe("Hers");
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Job" }));
    await panel.goTo(gwen);
    expect(within(screen.getByRole("list", { name: "Chosen jobs" })).queryAllByRole("listitem")).toEqual([]);
  });

  test("what was kept of a form that was left unsaved is that person’s alone", async () => {
    const panel = await openPanel();
    await panel.goTo(gwen);
    await panel.pickJob("general tamarisk");
    await panel.goTo(mara);
    await panel.user.click(screen.getByRole("button", { name: "Clear", description: /^Stays: / }));
    // Another choice for the round; the form of Gwendolyn still has its own job.
    await panel.openMore();
    await panel.addTag("Shipping");
    await panel.goTo(gwen);
    expect(within(screen.getByRole("list", { name: "Chosen jobs" })).getAllByRole("listitem")).toHaveLength(
      1,
    );
    expect(stays()).toBe("Stays: Tags: Shipping");
    await panel.goTo(third);
    expect(within(screen.getByRole("list", { name: "Chosen jobs" })).queryAllByRole("listitem")).toEqual([]);
  });

  test("a field of one job goes with the job", async () => {
    const { jobs } = worker.sandbox.store;
    const own = jobs.find(({ id }) => worker.sandbox.store.customFields.some((one) => one.job_id === id));
    const job = `${own?.name} ${own?.client_company_name}`;
    const panel = await openPanel();
    await panel.pickJob(job);
    await panel.openMore();
    const reason = await panel.pinField("Reason off the list");
    await panel.user.click(reason);
    await panel.user.click(await screen.findByRole("option", { name: "Not moving" }));
    await panel.user.click(screen.getByRole("button", { name: /^Keep Reason off the list/ }));
    expect(stays()).toContain("Not moving");
    await panel.user.click(screen.getByRole("button", { name: new RegExp(`^Remove .*${own?.name}`) }));
    await panel.pickJob("general tamarisk");
    expect(stays()).not.toContain("Not moving");
    await panel.save(mara);
    expect(JSON.stringify(worker.sandbox.log.entries.map(({ body }) => body))).not.toContain("custom_fields");
  });

  test("another firm’s key forgets what was chosen under the first", async () => {
    const panel = await openPanel();
    await panel.pickJob("general tamarisk");
    expect(stays()).not.toBeNull();
    const { send } = await import("../protocol/send.ts");
    await act(async () => void (await send("connection.connect", { key: SECOND_KEY })));
    await waitFor(() => expect(stays()).toBeNull());
    await waitFor(() =>
      expect(within(screen.getByRole("list", { name: "Chosen jobs" })).queryAllByRole("listitem")).toEqual(
        [],
      ),
    );
  });
});

/** What the user or the browser does, and what the panel may have read by then. */
type Event = [what: string, happen: (panel: Awaited<ReturnType<typeof openPanel>>) => void | Promise<void>];

const events: Event[] = [
  ["the tab moves within the site", () => tabs.navigate(1, gwen.url)],
  [
    "the tab moves and comes back",
    () => {
      tabs.navigate(1, gwen.url);
      tabs.navigate(1, mara.url);
    },
  ],
  [
    "the page is loaded anew, elsewhere",
    () => {
      tabs.navigate(1, null, { status: "loading" });
      tabs.navigate(1, gwen.url, { status: "complete" });
    },
  ],
  [
    "another tab comes into view",
    () => {
      tabs.add(2, gwen.url);
      tabs.show(2);
    },
  ],
  [
    "another tab, and back",
    async () => {
      tabs.add(2, null);
      tabs.show(2);
      tabs.show(1);
    },
  ],
  ["the page is left", () => tabs.navigate(1, "https://www.linkedin.com/feed/")],
  ["the site is left", () => tabs.navigate(1, null)],
  [
    "the window gets the focus, its tab elsewhere by then",
    () => {
      tabs.navigate(1, gwen.url, { status: "complete" });
      dispatchEvent(new Event("focus"));
    },
  ],
];

describe("nothing is read before it is asked for, and no form stands over another page", () => {
  test("not before there is a key", async () => {
    const { send } = await import("../protocol/send.ts");
    await send("connection.remove", {});
    tabs.add(1, mara.url);
    render(<Panel />);
    await screen.findByLabelText(/API key/);
    tabs.navigate(1, gwen.url);
    tabs.navigate(1, mara.url);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tabs.reads).toEqual([]);
  });

  test.each(events)("%s", async (_what, happen) => {
    const panel = await openPanel();
    expect(tabs.reads).toEqual([mara.url]);
    await act(() => happen(panel));
    await waitFor(() => expect(nameBox()).toBeNull());
    expect(tabs.reads).toEqual([mara.url]);
    expect(worker.sandbox.log.of("POST", "/v1/persons")).toEqual([]);
  });

  test("all of it, one after the other, in both directions", async () => {
    const panel = await openPanel();
    for (const [what, happen] of [...events, ...events.toReversed()]) {
      await act(() => happen(panel));
      await waitFor(() => expect(nameBox(), what).toBeNull());
    }
    expect(tabs.reads).toEqual([mara.url]);
  });

  test.each<[string, () => void]>([
    ["the same page is loaded anew", () => tabs.navigate(1, mara.url, { status: "complete" })],
    ["a part of the profile opens", () => tabs.navigate(1, `${mara.url}overlay/contact-info/`)],
    [
      "a tab of another window comes into view",
      () => {
        tabs.add(9, gwen.url, 2);
        tabs.show(9);
      },
    ],
    [
      "a page in the background moves on",
      () => {
        tabs.add(2, null);
        tabs.navigate(2, gwen.url);
      },
    ],
  ])("the form stays, and nothing is read, when %s", async (_what, happen) => {
    await openPanel();
    await act(async () => happen());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(nameBox()?.value).toBe(mara.name);
    expect(tabs.reads).toEqual([mara.url]);
  });

  test("nor in Firefox, which does not say where the tab is: it is asked", async () => {
    vi.stubGlobal("chrome", {});
    const panel = await openPanel();
    // There and back in one moment is the form's own page again.
    for (const [what, happen] of events.filter(([name]) => name !== "the tab moves and comes back")) {
      await act(async () => tabs.navigate(1, `${mara.url}overlay/contact-info/`));
      await act(async () => tabs.navigate(1, mara.url, { status: "complete" }));
      expect(nameBox()?.value, what).toBe(mara.name);
      await act(() => happen(panel));
      await waitFor(() => expect(nameBox(), what).toBeNull());
      tabs.show(1);
      tabs.navigate(1, mara.url);
      await panel.user.click(await readButton());
      await formOf(mara);
    }
    expect(new Set(tabs.reads)).toEqual(new Set([mara.url]));
  });

  test.each([
    [
      "Chromium, until the tab leaves the site",
      { sidePanel: {} },
      /^Once is enough, until the tab leaves LinkedIn/,
    ],
    ["Firefox, until the page is loaded anew", {}, /After a reload or a typed address, click again/],
  ])("a click gives access in %s: it says what to do", async (_browser, chrome, words) => {
    vi.stubGlobal("chrome", chrome);
    await openPanel();
    await act(async () => tabs.navigate(1, null, { status: "loading" }));
    await screen.findByText("Click the Stardex button in this tab");
    expect(screen.getByText(words)).toBeTruthy();
    expect(nameBox()).toBeNull();
  });

  test("the last person’s name stands over no list of people", async () => {
    const panel = await openPanel();
    const title = () => screen.getByRole("heading", { level: 1 }).textContent;
    expect(title()).toBe(mara.name);
    tabs.navigate(1, "https://www.linkedin.com/search/results/people/?keywords=cfo");
    capture.readTab = async () => ({ result: "people_list", linkedinUrl: null, report: {} });
    await panel.user.click(await readButton());
    await screen.findByText("This is a list of people");
    expect(title()).toBe("Stardex Capture");
  });

  test("a reading that comes when the page is another’s fills no form", async () => {
    let answer: (value: unknown) => void = () => undefined;
    const late = new Promise((resolve) => {
      answer = resolve;
    });
    const read = tabs.read;
    capture.readTab = async (tabId) => {
      const reading = await read(tabId);
      await late;
      return reading;
    };
    tabs.add(1, mara.url);
    render(<Panel />);
    await waitFor(() => expect(tabs.reads).toEqual([mara.url]));
    tabs.navigate(1, gwen.url);
    await act(async () => answer(undefined));
    await readButton();
    expect(nameBox()).toBeNull();
  });

  test("what is typed at one person is kept for them, and in no other form", async () => {
    const panel = await openPanel();
    await panel.user.clear(nameBox() as HTMLInputElement);
    await panel.user.type(nameBox() as HTMLInputElement, "Somebody");
    await panel.goTo(gwen);
    tabs.navigate(1, mara.url);
    await panel.user.click(await readButton());
    await waitFor(() => expect(nameBox()?.value).toBe("Somebody"));
  });
});
