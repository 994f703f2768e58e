// @vitest-environment jsdom
/** What is chosen once for all rows, and that each of them gets it; the real worker sends it. */
import { render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { prepareForms } from "../../testing/open-form.tsx";
import { connectedWorker } from "../../testing/page-worker.ts";
import { addPerson } from "../../testing/sandbox-records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { readPaste } from "../paste/read-paste.ts";
import { rowOfPaste } from "../person-row.ts";
import { SaveSelected } from "./SaveSelected.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
/** Of people of their own in each test: what an earlier one has sent may still be on its way. */
let count = 0;
const slugOf = (name: string) => `${name}-${count}`;
const rowsNow = () =>
  readPaste(
    `Name\tLinkedIn\tNotes\nAda Ray\t${url(slugOf("ada"))}\tMet in Oslo\nBo Lund\t${url(slugOf("bo"))}\t`,
  ).people.map(rowOfPaste);

let worker: Awaited<ReturnType<typeof connectedWorker>>;
const onStarted = vi.fn();

beforeEach(async () => {
  prepareForms();
  onStarted.mockClear();
  count += 1;
  worker = await connectedWorker();
});

function open() {
  const user = userEvent.setup();
  render(<SaveSelected rows={rowsNow()} workspace={worker.workspace} onStarted={onStarted} />);
  return {
    user,
    async openMore() {
      await user.click(screen.getByRole("button", { name: "More" }));
      await screen.findByRole("combobox", { name: "Tags" });
    },
    async pick(box: string, words: string, option: RegExp) {
      await user.type(screen.getByRole("combobox", { name: box }), words);
      const list = await screen.findByRole("listbox");
      await user.click(await within(list).findByRole("option", { name: option }));
    },
    save: () => user.click(screen.getByRole("button", { name: "Save 2 people" })),
  };
}

const changesOf = (personId: string | undefined) =>
  worker.sandbox.log.entries
    .filter(({ method, path }) => method === "PATCH" && path === `/v1/persons/${personId}`)
    .map(({ body }) => body);
const personAt = (slug: string) =>
  worker.sandbox.store.persons.find(({ linkedin_public_id: id }) => id === slugOf(slug));

test("job, list, tags and note are chosen once and are each row’s; a row’s own note comes first", async () => {
  const { store } = worker.sandbox;
  const batch = open();
  await batch.pick("Job", "general tamarisk", /General Counsel.*Tamarisk/);
  await batch.openMore();
  await batch.pick("List", "bench", /CFO bench/);
  await batch.pick("Tags", "Shipping", /Shipping/);
  await batch.user.type(screen.getByLabelText("Note for all"), "From the spring longlist");
  await batch.save();
  await waitFor(() => expect(onStarted).toHaveBeenCalled());
  await waitFor(() =>
    expect(store.lists.find(({ name }) => name === "CFO bench")?.person_ids).toHaveLength(2),
  );
  const notes = ["Met in Oslo\nFrom the spring longlist", "From the spring longlist"];
  expect(worker.sandbox.log.of("POST", "/v1/persons").map(({ body }) => body)).toMatchObject(
    notes.map((text) => ({ notes: text, job_id: expect.any(String) })),
  );
  const option = store.customFields
    .find(({ name }) => name === "Tags")
    ?.tags.find(({ name }) => name === "Shipping");
  for (const slug of ["ada", "bo"])
    await waitFor(() =>
      expect(changesOf(personAt(slug)?.id)).toMatchObject([
        { custom_fields: [{ add_values: [option?.id] }] },
      ]),
    );
});

test("of somebody Stardex has, tags are added, and no field of their own is written over", async () => {
  addPerson(worker.sandbox.store, "Ada Ray", slugOf("ada"));
  const batch = open();
  await batch.openMore();
  await batch.pick("Tags", "Shipping", /Shipping/);
  await screen.findByRole("option", { name: "Years in post" });
  await batch.user.selectOptions(screen.getByRole("combobox", { name: "Add a field…" }), "Years in post");
  await batch.user.type(await screen.findByLabelText("Years in post", { selector: "input" }), "5");
  await batch.save();
  const writesOf = (slug: string) => JSON.stringify(changesOf(personAt(slug)?.id));
  await waitFor(() => expect(writesOf("bo")).toContain('"value":"5"'));
  expect(writesOf("ada")).toContain("add_values");
  expect(writesOf("ada")).not.toContain('"value"');
});

describe("a snippet in the note for all", () => {
  beforeEach(async () => {
    const snippets = [{ name: "Intro", text: "Wrote to {first_name} about {job} at {client}" }];
    await browser.storage.local.set({ settings: { version: 1, snippets } });
  });
  const note = () => screen.getByLabelText<HTMLTextAreaElement>("Note for all");
  const notes = () =>
    worker.sandbox.log.of("POST", "/v1/persons").map(({ body }) => (body as { notes?: string }).notes);

  test("goes where the caret is, and names each row’s own person", async () => {
    const batch = open();
    await batch.pick("Job", "general tamarisk", /General Counsel.*Tamarisk/);
    await batch.openMore();
    await batch.user.type(note(), "Longlist. Next: call");
    note().setSelectionRange(10, 10);
    await batch.user.selectOptions(screen.getByRole("combobox", { name: "Insert snippet" }), "Intro");
    expect(note().value).toBe("Longlist. Wrote to {first_name} about {job} at {client}Next: call");
    expect(document.activeElement).toBe(note());
    await batch.save();
    const about = "about General Counsel at Tamarisk FoodsNext: call";
    await waitFor(() =>
      expect(notes()).toEqual([
        `Met in Oslo\nLonglist. Wrote to Ada ${about}`,
        `Longlist. Wrote to Bo ${about}`,
      ]),
    );
  });

  test("says what is left out, and a misspelled placeholder is sent to nobody", async () => {
    const batch = open();
    await batch.openMore();
    await batch.user.selectOptions(screen.getByRole("combobox", { name: "Insert snippet" }), "Intro");
    expect(screen.getByText("Not known here and left out: job and client")).toBeTruthy();
    await batch.user.type(note(), " {{name}");
    await batch.save();
    expect(await screen.findByText(/^Replace or remove {name}/)).toBeTruthy();
    expect(onStarted).not.toHaveBeenCalled();
    await batch.user.clear(note());
    await batch.user.type(note(), "Hello {{first_name}");
    await batch.save();
    await waitFor(() => expect(notes()).toEqual(["Met in Oslo\nHello Ada", "Hello Bo"]));
  });
});

test("what the firm requires is asked for once, before anything is stored", async () => {
  testBrowser.state.policy = { requiredFields: ["Years in post"] };
  vi.resetModules();
  const { SaveSelected: Strict } = await import("./SaveSelected.tsx");
  const user = userEvent.setup();
  render(<Strict rows={rowsNow()} workspace={worker.workspace} onStarted={onStarted} />);
  await user.click(screen.getByRole("button", { name: "Save 2 people" }));
  expect(await screen.findByText("Your firm requires this")).toBeTruthy();
  expect(onStarted).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText("Years in post", { selector: "input" }), "5");
  await user.click(screen.getByRole("button", { name: "Save 2 people" }));
  await waitFor(() => expect(onStarted).toHaveBeenCalled());
});

test("a list that was typed and not picked is told, and nothing is stored", async () => {
  const batch = open();
  await batch.openMore();
  await batch.user.type(screen.getByRole("combobox", { name: "List" }), "no such list{Escape}");
  await batch.user.click(screen.getByRole("button", { name: "More" }));
  await batch.save();
  expect(await screen.findByText("Pick a list for “no such list”, or clear the box.")).toBeTruthy();
  expect(onStarted).not.toHaveBeenCalled();
});
