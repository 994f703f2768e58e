// @vitest-environment jsdom
import { render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { readSettings, settings } from "../../settings/settings.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { SettingsCard } from "./SettingsCard.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

beforeEach(() => {
  testBrowser.reset();
  Object.defineProperty(navigator, "locks", { value: createTestLocks(), configurable: true });
});

function Page() {
  const effective = useSettings();
  return effective && <SettingsCard effective={effective} workspace={null} />;
}

async function open() {
  render(<Page />);
  await screen.findByRole("region", { name: "Saving and form" });
  return userEvent.setup();
}

const chosen = async () => (await readSettings()).chosen;
/** The setting that a control is in. */
const settingOf = (control: HTMLElement) => within(control.closest<HTMLElement>(".setting") ?? control);

test("a change is stored at once, and said at the control that was changed", async () => {
  const user = await open();
  const atOnce = screen.getByRole("radio", { name: "saves at once" });
  await user.click(atOnce);
  await waitFor(() => expect(settingOf(atOnce).getByRole("status").textContent).toBe("Saved."));
  const others = screen.getAllByRole("status").filter(({ textContent }) => textContent !== "");
  expect(others).toHaveLength(1);
  expect(await chosen()).toEqual({ toolbarMode: "save" });
});

test("a number has its unit and its bounds, and nothing wrong is stored", async () => {
  const user = await open();
  const grace = screen.getByRole("textbox", { name: "Time to undo a one-click save" });
  expect(grace.getAttribute("aria-describedby")).toContain("-unit");
  expect(settingOf(grace).getByText("seconds")).toBeTruthy();
  await user.clear(grace);
  await user.type(grace, "3{Enter}");
  await waitFor(() => expect(settingOf(grace).getByRole("status").textContent).toBe("Saved."));
  await user.clear(grace);
  await user.type(grace, "31{Enter}");
  expect(settingOf(grace).getByRole("alert").textContent).toBe("Enter a whole number from 0 to 30.");
  expect(settingOf(grace).getByRole("status").textContent, "no older Saved beside an error").toBe("");
  expect(await chosen()).toEqual({ graceSeconds: 3 });
});

test.each(["ten", "-1", "1.5", "", "1e1"])("%j is no number of seconds", async (words) => {
  const user = await open();
  const grace = screen.getByRole("textbox", { name: "Time to undo a one-click save" });
  await user.clear(grace);
  if (words) await user.type(grace, words);
  await user.tab();
  expect(settingOf(grace).getByRole("alert")).toBeTruthy();
  expect(await chosen()).toEqual({});
});

test("the link to a record is shown by an example, and refused without {id} behind the domain", async () => {
  const user = await open();
  const link = screen.getByRole("textbox", { name: "Link to a person in Stardex" });
  await user.click(link);
  await user.paste("https://{id}.evil.example/");
  await user.keyboard("{Enter}");
  expect(settingOf(link).getByRole("alert").textContent).toContain("{id} after the domain");
  await user.clear(link);
  await user.paste("https://stardex.example/people/{id}");
  await user.tab();
  expect(await screen.findByText(/https:\/\/stardex\.example\/people\/5f0c2a/)).toBeTruthy();
  expect(await chosen()).toEqual({ recordLink: "https://stardex.example/people/{id}" });
});

test("a permission that was not given is said at its switch, which is off again", async () => {
  testBrowser.state.allowsPermissions = false;
  const user = await open();
  const badge = screen.getByRole("checkbox", { name: /Show on the button/ });
  await user.click(badge);
  await waitFor(() =>
    expect(settingOf(badge).getByRole("status").textContent).toBe("Not switched on: permission was denied."),
  );
  expect((badge as HTMLInputElement).checked).toBe(false);
});

test("what could not be stored is said, and the control shows what is stored", async () => {
  const user = await open();
  testBrowser.state.writeError = new Error("full");
  const none = screen.getByRole("radio", { name: "none" });
  await user.click(none);
  await waitFor(() =>
    expect(settingOf(none).getByRole("status").textContent).toContain("could not be stored"),
  );
  expect((none as HTMLInputElement).checked).toBe(false);
});

test("a field can be left out of the form and taken in again", async () => {
  const user = await open();
  const note = screen.getByRole("checkbox", { name: "Note" });
  await user.click(note);
  await waitFor(async () => expect(await chosen()).toEqual({ hiddenFields: ["note"] }));
  await user.click(note);
  await waitFor(async () => expect(await chosen()).toEqual({ hiddenFields: [] }));
});

test("a change of another page is shown", async () => {
  await open();
  await settings.change({ historyLength: 77 });
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /Finished saves/ }).value).toBe("77"),
  );
});

test("what the firm has locked is shown and cannot be changed", async () => {
  testBrowser.state.policy = { toolbarMode: "save", graceSeconds: 9, lockedSettings: ["toolbarMode"] };
  await open();
  const group = within(screen.getByRole("group", { name: "A click on the toolbar button" }));
  expect(group.getByText("Set by your organization")).toBeTruthy();
  const radios = group.getAllByRole<HTMLInputElement>("radio");
  expect(radios.map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [false, true],
    [true, true],
  ]);
  const grace = screen.getByRole<HTMLInputElement>("textbox", { name: "Time to undo a one-click save" });
  expect([grace.value, grace.disabled]).toEqual(["9", false]);
});

test("wrong entries of a policy are named", async () => {
  testBrowser.state.policy = { graceSeconds: "ten", lockedSettings: ["color"] };
  await open();
  expect(screen.getByText(/graceSeconds, lockedSettings: "color"/)).toBeTruthy();
});

test("settings that cannot be read are told and replaced only at the user's word", async () => {
  testBrowser.put("settings", { version: 42, future: true });
  const user = await open();
  expect(screen.getByRole("alert").textContent).toContain("Your settings cannot be read");
  const grace = screen.getByRole<HTMLInputElement>("textbox", { name: "Time to undo a one-click save" });
  expect([grace.value, grace.disabled]).toEqual(["5", true]);
  expect(testBrowser.item("settings")).toEqual({ version: 42, future: true });
  await user.click(screen.getByRole("button", { name: "Use the standard settings" }));
  await waitFor(() => expect(grace.disabled).toBe(false));
});
