// @vitest-environment jsdom
/** All the rest of a save: behind "More", and what the person is to the firm. */
import { screen, waitFor } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { formParts } from "../../settings/settings-schema.ts";
import { type OpenForm, openForm, prepareForms } from "../../testing/open-form.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
beforeEach(prepareForms);

const MARA = "sdui-with-experience";

async function openMore(form: OpenForm) {
  await screen.findByText("New to Stardex");
  await form.user.click(form.button("More"));
  const note = await screen.findByLabelText("Note");
  await waitFor(() => expect(document.activeElement).toBe(note));
}

async function save(form: OpenForm) {
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
}

const asContact = (form: OpenForm, role = "Client contact") =>
  form.user.click(screen.getByRole("radio", { name: role }));

test("every field behind More arrives, list and task in calls of their own", async () => {
  const form = await openForm(MARA);
  await openMore(form);
  await form.user.keyboard("Met in Oslo.{Enter}Wants to move.");
  const fill = (label: string, text: string) => form.user.type(form.field(label), text);
  await fill("Follow-up task", "Call about the Oslo role");
  const due = `${new Date().getFullYear() + 1}-03-01`;
  await fill("Due", due);
  await form.user.type(form.listBox(), "bench");
  await waitFor(() => expect(form.activeOption()?.textContent).toBe("CFO bench"));
  await form.user.tab();
  expect(form.listBox().value).toBe("CFO bench");
  await fill("Work e-mail", "mara@brightwater.example");
  await fill("More e-mails", "m@l.example; mara.l@mail.example");
  await fill("Mobile phone", "+46 70 123 45 67");
  await fill("More numbers", "+47 22 12 34 56, ext. 7, +45 33 12 34 56");
  await fill("ID in another system", "HR-1042");
  await save(form);
  expect(form.sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({
    first_name: "Mara",
    last_name: "Lindqvist",
    notes: "Met in Oslo.\nWants to move.",
    work_email: "mara@brightwater.example",
    emails: ["m@l.example", "mara.l@mail.example"],
    mobile_phone: "+46 70 123 45 67",
    phone_numbers: ["+47 22 12 34 56, ext. 7", "+45 33 12 34 56"],
    external_source_id: "HR-1042",
  });
  const { store } = form.sandbox;
  await waitFor(() => expect(store.tasks).toHaveLength(1));
  expect(store.tasks[0]).toMatchObject({ content_text: "Call about the Oslo role" });
  expect(store.lists.find(({ name }) => name === "CFO bench")?.person_ids).toHaveLength(1);
});

test("what is wrong opens More at its field, and nothing is sent", async () => {
  const form = await openForm(MARA);
  await openMore(form);
  await form.user.type(form.field("Work e-mail"), "nobody");
  await form.user.type(form.listBox(), "no such list{Escape}");
  await form.user.click(form.button("More"));
  await form.user.click(form.button("Save to Stardex"));
  await screen.findByText("Pick a list for “no such list”, or clear the box.");
  await waitFor(() => expect(document.activeElement).toBe(form.listBox()));
  screen.getByText("This is not an e-mail address.");
  expect(form.writes()).toEqual([]);
});

test("a date long ago is no due date", async () => {
  const form = await openForm(MARA);
  await openMore(form);
  await form.user.type(form.field("Follow-up task"), "Call");
  await form.user.type(form.field("Due"), "2020-03-01");
  await form.user.tab();
  await screen.findByText("Enter a date from today to five years ahead.");
});

test("hidden parts are left out, but for what holds something", async () => {
  const form = await openForm("contact-overlay-new", { hidden: [...formParts] });
  await screen.findByLabelText("More e-mails");
  expect(screen.queryByLabelText("Note")).toBeNull();
  expect(screen.queryByRole("radio", { name: "Both" })).toBeNull();
  form.jobBox();
});

test("all hidden and empty: no More at all", async () => {
  await openForm(MARA, { hidden: [...formParts] });
  await screen.findByText("New to Stardex");
  expect(screen.queryByRole("button", { name: "More" })).toBeNull();
});

test("a client contact needs a client; one of Stardex’ is named, any other is sent by its name", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await asContact(form);
  expect(screen.queryByRole("combobox", { name: "Job" })).toBeNull();
  await form.user.click(form.button("Save to Stardex"));
  await screen.findByText("Choose the client, or type its name.");
  await form.user.type(form.clientBox(), "nordvale");
  await waitFor(() => expect(form.activeOption()?.textContent).toContain("Nordvale Energy"));
  await form.user.tab();
  expect(form.clientBox().value).toBe("Nordvale Energy");
  await save(form);
  const client = form.sandbox.store.companies.find(({ name }) => name === "Nordvale Energy");
  expect(form.sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({ client_id: client?.id });
  screen.getByText("Nordvale Energy");
});

test("a client that is still looked up stops Save, and is taken when the answer is there", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await asContact(form);
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  form.sandbox.faults.add({ path: "/v1/companies/search", times: 100, fault: { kind: "hold", until } });
  await form.user.type(form.clientBox(), "nordvale");
  await form.user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Still looking this client up. Save again in a moment.");
  expect(form.writes()).toEqual([]);
  answer();
  await waitFor(() => expect(form.clientBox().value).toBe("Nordvale Energy"));
  expect(screen.queryByRole("alert")).toBeNull();
  await save(form);
});

test("the person’s own company is proposed as the client when it is one", async () => {
  const form = await openForm("grouped-roles");
  await screen.findByText("New to Stardex");
  await asContact(form, "Client contact");
  await waitFor(() => expect(form.clientBox().value).toBe("Estuary Ferries"));
});

test("a role that has no job sends none", async () => {
  const form = await openForm(MARA);
  await screen.findByText("New to Stardex");
  await form.user.type(form.jobBox(), "general tamarisk");
  await waitFor(() => expect(form.activeOption()?.textContent).toContain("Tamarisk Foods"));
  await form.user.keyboard("{Enter}");
  await asContact(form);
  await form.user.type(form.clientBox(), "Northlight{Escape}");
  await save(form);
  const [post] = form.sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toMatchObject({ client_name: "Northlight" });
  expect(post?.body).not.toHaveProperty("job_id");
});
