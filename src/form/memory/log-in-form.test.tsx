// @vitest-environment jsdom
/** An activity that is being written down in the form of a known person. */
import { screen, waitFor } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { type OpenForm, openForm, prepareForms } from "../../testing/open-form.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

const NADEZHDA = "hidden-duplicates";
const text = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Text" });

async function openLog(form: OpenForm) {
  await form.user.click(await screen.findByRole("button", { name: "Log activity" }));
  return await text();
}

test("Save stops at what is typed and not logged; once it is logged, the save goes", async () => {
  const form = await openForm(NADEZHDA);
  await form.user.type(await openLog(form), "Open to a move from June.");
  await form.user.type(form.field("Job title"), ", Coast");
  await form.user.keyboard("{Enter}");
  await screen.findByText("Log this or cancel it, then save.");
  expect(document.activeElement).toBe(await text());
  expect(form.writes()).toEqual([]);
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Text" })).toBeNull());
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Nadezhda Quill was updated.");
});

test("it is said too where the form itself has nothing to save", async () => {
  const form = await openForm(NADEZHDA);
  await form.user.type(await openLog(form), "Called.");
  await form.user.click(form.button(/Nothing to save/));
  await screen.findByText("Log this or cancel it, then save.");
});

test("what is typed is there again when the popup has closed, and takes no focus", async () => {
  const form = await openForm(NADEZHDA);
  await form.user.type(await openLog(form), "Called.");
  const again = await openForm(NADEZHDA, { worker: form.worker });
  expect((await text()).value).toBe("Called.");
  expect(document.activeElement).toBe(again.jobBox());
  await again.user.click(again.button("Cancel"));
  const last = await openForm(NADEZHDA, { worker: form.worker });
  await screen.findByRole("button", { name: "Log activity" });
  expect(screen.queryByText("Unsaved edits restored")).toBeNull();
  expect(last.field("Job title").value).not.toBe("");
});

test("neither Esc nor the button that opened it takes what is typed", async () => {
  const form = await openForm(NADEZHDA);
  await form.user.type(await openLog(form), "Called.{Escape}");
  await form.user.click(form.button("Log activity"));
  expect((await text()).value).toBe("Called.");
  await form.user.clear(await text());
  await form.user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox", { name: "Text" })).toBeNull();
});

test("one that was only opened is nothing to come back to", async () => {
  const form = await openForm(NADEZHDA);
  await openLog(form);
  await openForm(NADEZHDA, { worker: form.worker });
  await screen.findByRole("button", { name: "Log activity" });
  expect(screen.queryByRole("textbox", { name: "Text" })).toBeNull();
  expect(screen.queryByText("Unsaved edits restored")).toBeNull();
});
