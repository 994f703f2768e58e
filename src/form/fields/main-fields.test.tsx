// @vitest-environment jsdom
/** Name, title, company, location: why one is empty, what the page hints at, and what it says a moment later. */
import { screen, waitFor } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import type { MissingReason } from "../../linkedin/reading.ts";
import { formOfPage, openForm, prepareForms } from "../../testing/open-form.tsx";
import { connectedWorker } from "../../testing/page-worker.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { createSaveStore } from "../../worker/queue/store.ts";
import type { InitialForm } from "../values/initial-form.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

/** Mara's page with the title missing for this reason. */
function without(reason: MissingReason, more: Partial<InitialForm> = {}): InitialForm {
  const page = formOfPage("sdui-with-experience");
  return {
    ...page,
    values: { ...page.values, currentJobTitle: "" },
    standing: { ...page.standing, currentJobTitle: reason },
    ...more,
  };
}

const described = (control: HTMLElement) =>
  (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent)
    .join(" ");

test.each([
  ["not_loaded", "Not loaded yet", true],
  ["all_ended", "No current role", false],
  ["no_role", "No role on the profile", false],
  ["not_shown", "Not found", false],
] as const)("an empty title says why: %s", async (reason, words, canScroll) => {
  const form = await openForm(without(reason));
  const title = form.field("Job title");
  expect(described(title)).toBe(words);
  expect(title.placeholder).toBe("Add job title");
  expect(document.activeElement, "the first field that wants something").toBe(title);
  expect(screen.queryByRole("button", { name: "Go to Experience" }) !== null).toBe(canScroll);
});

test("the page scrolls at the click of the button that says so, and only then", async () => {
  const form = await openForm(without("not_loaded"));
  expect(form.onGoToExperience).not.toHaveBeenCalled();
  await form.user.click(form.button("Go to Experience"));
  expect(form.onGoToExperience).toHaveBeenCalledTimes(1);
});

const HEADLINE = { title: "APAC Lead", source: "headline", companyName: null, endedAt: null } as const;
const LAST = {
  title: "Project Manager",
  source: "last role",
  companyName: "Ramco",
  endedAt: "Dec 2024",
} as const;

test("a suggestion is taken by one key", async () => {
  const form = await openForm(without("all_ended", { suggestions: [HEADLINE, LAST] }));
  await screen.findByText("New to Stardex");
  form.button("Last role (to Dec 2024): Project Manager at Ramco");
  await form.user.keyboard("{ArrowDown}");
  expect(form.field("Job title").value).toBe("APAC Lead");
  expect(screen.queryByRole("list", { name: "Suggested job titles" })).toBeNull();
});

test("a suggestion is never sent by itself", async () => {
  const untouched = await openForm(without("all_ended", { suggestions: [HEADLINE] }));
  await screen.findByText("New to Stardex");
  await untouched.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
  expect(untouched.writes()[0]?.body).not.toHaveProperty("current_job_title");
});

test("a suggestion of another company is taken with it, by a click", async () => {
  const clicked = await openForm(without("all_ended", { suggestions: [LAST] }));
  await clicked.user.click(clicked.button(/Project Manager/));
  expect(clicked.field("Job title").value).toBe("Project Manager");
  expect(clicked.field("Company").value).toBe("Ramco");
});

test("a guess is part of what a screen reader says of the field, and no field is read twice", async () => {
  const form = await openForm("sdui-no-experience");
  const title = form.field("Job title");
  expect(described(title)).toContain("From headline");
  expect(described(title)).toContain("Scroll to Experience for the exact title");
  for (const box of screen.getAllByRole("textbox")) {
    expect(box.getAttribute("title")).toBeNull();
    expect(box.getAttribute("dir")).toBe("auto");
  }
});

test("what the page says a moment later fills the field, unless the user was there", async () => {
  const full = formOfPage("sdui-with-experience");
  const form = await openForm(without("not_loaded"));
  form.readAgain(full);
  await waitFor(() => expect(form.field("Job title").value).toBe("Head of Supply Chain"));
  expect(form.field("Job title").className).toContain("just-filled");

  const typed = await openForm(without("not_loaded"));
  await typed.user.type(typed.field("Job title"), "CFO");
  typed.readAgain(full);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(typed.field("Job title").value).toBe("CFO");
});

test("a role of several fills title and company", async () => {
  const form = await openForm("several-current-roles");
  const roles = screen.getByRole<HTMLSelectElement>("combobox", { name: "Current roles on the page" });
  const option = roles.options[2] as HTMLOptionElement;
  await form.user.selectOptions(roles, option);
  expect(`${form.field("Job title").value} at ${form.field("Company").value}`).toBe(option.text);
});

test("a translated page is said to be one", async () => {
  await openForm(without("not_shown", { isTranslated: true }));
  screen.getByText("This page is translated");
});

test("a blank name is told at the field, which takes the focus", async () => {
  const form = await openForm("sdui-with-experience");
  await form.user.clear(form.field("Name"));
  await form.user.keyboard("{Enter}");
  await screen.findByText("Type the person’s name: Stardex needs one.");
  expect(document.activeElement).toBe(form.field("Name"));
  expect(form.field("Name").getAttribute("aria-invalid")).toBe("true");
});

test("a title that a save of one click held back is offered, and is none until it is taken", async () => {
  const worker = await connectedWorker();
  const linkedinUrl = formOfPage("sdui-with-experience").linkedinUrl;
  const { currentJobTitle: _held, ...draft } = { ...someDraft, linkedinUrl };
  const store = createSaveStore(() => undefined);
  const held = someSave({ draft: { ...draft, isOneClick: true, titleGuess: "APAC Lead" } });
  await store.addSave(held, worker.workspace);
  // Refused, so that the form can be gone on with.
  const problem = { kind: "invalid", status: 400, field: "location" } as const;
  await store.changeSave(held.id, { type: "blocked", now: Date.now(), problem });
  const form = await openForm(without("not_shown"), { worker });
  const offer = await screen.findByRole("button", { name: "Headline: APAC Lead" });
  expect(form.field("Job title").value).toBe("");
  await form.user.click(offer);
  expect(form.field("Job title").value).toBe("APAC Lead");
});
