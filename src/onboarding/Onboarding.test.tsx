// @vitest-environment jsdom
import { render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "../protocol/messages.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { answerMessages } from "../testing/worker-messages.ts";
import { Onboarding } from "./Onboarding.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const none: Connection = { state: "not_connected" };
const own: Connection = { state: "connected", keyEnd: "-key", workspace: "w", refused: false };

beforeEach(() => {
  testBrowser.reset();
  testBrowser.state.commands = [
    { name: "_execute_action", shortcut: "Ctrl+Shift+E" },
    { name: "save-profile", shortcut: "Alt+Shift+S" },
  ];
});

function open(connection: Connection = none) {
  answerMessages({
    "connection.get": async () => connection,
    "connection.connect": async () => ({ ok: true, connection: own }),
  });
  render(<Onboarding />);
  return userEvent.setup();
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });
const heading = (name: string) => screen.findByRole("heading", { name });

test("the frame is there before the worker has answered", () => {
  testBrowser.state.sendMessage = () => new Promise(() => undefined);
  render(<Onboarding />);
  expect(screen.getByRole("heading", { name: "Welcome to Stardex Capture" })).toBeTruthy();
  expect(screen.getByRole("navigation", { name: "Step 1 of 3" })).toBeTruthy();
});

test("a worker that takes its time is not waited for, and its answer still counts", async () => {
  let answer: (reply: unknown) => void = () => undefined;
  testBrowser.state.sendMessage = () => new Promise((resolve) => (answer = resolve));
  render(<Onboarding />);
  expect(await screen.findByLabelText("API key")).toBeTruthy();
  answer({ answer: own });
  await heading("Pin the button");
});

test("from the key to the first profile", async () => {
  const user = open();
  const key = await screen.findByLabelText("API key");
  await waitFor(() => expect(document.activeElement).toBe(key));
  await user.type(key, "ats-1-key{Enter}");
  const pin = await heading("Pin the button");
  await waitFor(() => expect(document.activeElement).toBe(pin));
  const steps = screen
    .getAllByRole("listitem")
    .filter(({ textContent }) => textContent?.startsWith("Connect"));
  expect(steps[0]?.textContent).toContain("Done");
  await user.click(await button("Next"));
  await heading("Save your first profile");
  await user.click(await button("Finish"));
  await heading("You are set up");
  const link = screen.getByRole("link", { name: "Open LinkedIn" });
  expect(link.getAttribute("href")).toBe("https://www.linkedin.com/");
});

test("consent is asked before the first use: what is read, where it goes, the policy", async () => {
  open();
  expect((await button("Agree and connect")).closest("form")?.textContent).toContain("and nowhere else");
  expect(screen.getByRole("link", { name: "Privacy policy" })).toBeTruthy();
});

test("where the firm has connected the user, the same is asked, and nothing is to be pasted", async () => {
  const user = open({ ...own, organizationKey: "in_use" });
  await heading("Connected to Stardex");
  expect(screen.getByText(/There is nothing to paste/)).toBeTruthy();
  expect(screen.getByText(/and nowhere else/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Privacy policy" })).toBeTruthy();
  await user.click(await button("Agree and continue"));
  await heading("Pin the button");
});

test("the last step teaches both shortcuts and never asks to press one on this page", async () => {
  const user = open(own);
  await user.click(await button("Next"));
  await heading("Save your first profile");
  expect(await screen.findByText("Press Ctrl+Shift+E, or click the Stardex button.")).toBeTruthy();
  expect(screen.getByText(/Alt\+Shift\+S saves a profile at once/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/on this page/);
});

test("a shortcut that is not set is said, with the way to set it", async () => {
  testBrowser.state.commands = [{ name: "_execute_action", shortcut: "" }];
  const user = open(own);
  await user.click(await button("Next"));
  expect(await screen.findByText("Click the Stardex button in the toolbar.")).toBeTruthy();
  await user.click(await button("Set a shortcut"));
  expect(testBrowser.state.tabs).toEqual(["chrome://extensions/shortcuts"]);
});

test("the pin is noticed, and without it the step can be skipped and is named at the end", async () => {
  testBrowser.state.isPinned = false;
  const user = open(own);
  await heading("Pin the button");
  expect(await screen.findByText("Waiting for the pin…")).toBeTruthy();
  await user.click(await button("Skip this step"));
  await user.click(await button("Finish"));
  expect(await screen.findByText(/The button is not pinned/)).toBeTruthy();
  testBrowser.state.isPinned = true;
  await waitFor(() => expect(screen.queryByText(/The button is not pinned/)).toBeNull(), { timeout: 3000 });
});

test("a browser that does not tell of the pin is not waited for", async () => {
  open(own);
  await heading("Pin the button");
  expect(await button("Next")).toBeTruthy();
  expect(screen.queryByText("Waiting for the pin…")).toBeNull();
});

test("a skipped key is named at the end, with the way back to it", async () => {
  const user = open();
  await user.click(await button("Skip this step"));
  await user.click(await button("Next"));
  await user.click(await button("Finish"));
  await heading("Almost there");
  const card = screen.getByRole("region");
  await user.click(within(card).getByRole("button", { name: "Connect" }));
  expect(await screen.findByLabelText("API key")).toBeTruthy();
});

test("a user who is connected begins with the pin, and can look back at the key", async () => {
  const user = open(own);
  await heading("Pin the button");
  await user.click(await button("Back"));
  expect(await screen.findByText("Connected · key ends in “-key”")).toBeTruthy();
});

test("without an answer of the worker the key can still be pasted", async () => {
  testBrowser.state.sendMessage = async () => undefined;
  render(<Onboarding />);
  expect(await screen.findByLabelText("API key")).toBeTruthy();
});
