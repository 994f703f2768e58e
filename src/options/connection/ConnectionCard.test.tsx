// @vitest-environment jsdom
import { render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { useState } from "preact/hooks";
import { beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "../../protocol/messages.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { answerMessages } from "../../testing/worker-messages.ts";
import type { Handlers } from "../../worker/router.ts";
import { ConnectionCard } from "./ConnectionCard.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

beforeEach(() => testBrowser.reset());

const none: Connection = { state: "not_connected" };
const own: Connection = { state: "connected", keyEnd: "-key", workspace: "w", refused: false };
const ofFirm: Connection = { ...own, organizationKey: "in_use" };

function open(first: Connection, handlers: Partial<Handlers> = {}) {
  const asked = answerMessages(handlers);
  function Page() {
    const [connection, setConnection] = useState(first);
    return <ConnectionCard connection={connection} onChange={setConnection} />;
  }
  render(<Page />);
  return { user: userEvent.setup(), asked };
}

const button = (name: string) => screen.getByRole("button", { name });

test.each([
  [none, "Not connected"],
  [own, "Connected · key ends in “-key”"],
  [{ ...own, refused: true }, "Stardex refused the key that ends in “-key”"],
] as const)("the state in words: %j", (connection, words) => {
  open(connection);
  expect(screen.getByText(words)).toBeTruthy();
});

test("a key is connected as it was pasted, and the new state is said", async () => {
  const { user, asked } = open(none, {
    "connection.connect": async () => ({ ok: true, connection: own }),
  });
  await user.type(screen.getByLabelText("API key"), "ats-1234-key{Enter}");
  expect(await screen.findByText("Connected to Stardex")).toBeTruthy();
  expect(screen.getByText("Connected · key ends in “-key”")).toBeTruthy();
  expect(asked).toEqual([{ type: "connection.connect", request: { key: "ats-1234-key" } }]);
});

test("what is read and where it goes stands beside the button, with a link to the policy", () => {
  open(none);
  const form = button("Agree and connect").closest("form");
  expect(form?.textContent).toContain("sent there, and nowhere else");
  const link = screen.getByRole("link", { name: "Privacy policy" });
  expect(link.getAttribute("href")).toContain("src/privacy/privacy.html");
});

test("nothing pasted, and what is no key, are said at the field, which keeps the focus", async () => {
  const { user, asked } = open(none, {
    "connection.connect": async () => ({ ok: false, problem: { kind: "invalid", field: "key" } }),
  });
  await user.click(button("Agree and connect"));
  expect(screen.getByRole("alert").textContent).toBe("Paste your API key first.");
  expect(asked).toEqual([]);
  const field = screen.getByLabelText("API key");
  await user.type(field, "two words{Enter}");
  await waitFor(() =>
    expect(screen.getByRole("alert").textContent).toBe("That doesn’t look like an API key."),
  );
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute("aria-invalid")).toBe("true");
});

test("a key that Stardex refuses is said with what to do", async () => {
  const { user } = open(none, {
    "connection.connect": async () => ({ ok: false, problem: { kind: "unauthorized" } }),
  });
  await user.type(screen.getByLabelText("API key"), "ats-wrong{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("Check that you copied the whole key");
});

test("where the firm's Stardex is known, the way to the key is a link", async () => {
  testBrowser.put("settings", { version: 1, recordLink: "https://app.stardex.example/people/{id}" });
  open(none);
  const link = await screen.findByRole("link", { name: "Open Stardex" });
  expect(link.getAttribute("href")).toBe("https://app.stardex.example");
});

test("the key can be looked at", async () => {
  const { user } = open(none);
  const field = screen.getByLabelText<HTMLInputElement>("API key");
  expect(field.type).toBe("password");
  await user.click(button("Show key"));
  expect(field.type).toBe("text");
  expect(button("Show key").getAttribute("aria-pressed")).toBe("true");
});

test("removing the key asks first, with the harmless answer in focus", async () => {
  const { user, asked } = open(own, { "connection.remove": async () => none });
  await user.click(button("Remove key"));
  expect(screen.getByRole("alertdialog").textContent).toContain("Remove the key from this browser?");
  expect(document.activeElement).toBe(button("Keep it"));
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(button("Remove key"));
  expect(asked).toEqual([]);
  await user.click(button("Remove key"));
  await user.click(button("Remove key"));
  expect(await screen.findByText("The key was removed from this browser.")).toBeTruthy();
  expect(screen.getByText("Not connected")).toBeTruthy();
});

test("a replacement can be called off", async () => {
  const { user } = open(own);
  await user.click(button("Replace key"));
  expect(document.activeElement).toBe(screen.getByLabelText("API key"));
  await user.click(button("Cancel"));
  expect(screen.queryByLabelText("API key")).toBeNull();
});

test("the firm's key is named as such, and an own one can be used where that is allowed", () => {
  open(ofFirm);
  expect(screen.getByText("This key was set by your organization.")).toBeTruthy();
  expect(button("Use your own key")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Remove key" })).toBeNull();
});

test("a locked key cannot be replaced, and one that was refused can be checked again", async () => {
  const { user } = open(
    { ...ofFirm, isLocked: true, refused: true },
    { "connection.check": async () => ({ ok: true, connection: { ...ofFirm, isLocked: true } }) },
  );
  expect(screen.queryByRole("button", { name: "Use your own key" })).toBeNull();
  expect(screen.getByRole("alert").textContent).toContain("Tell your administrator");
  await user.click(button("Check again"));
  expect(await screen.findByText("Connected · key ends in “-key”")).toBeTruthy();
});

test("a policy's entry that cannot be a key is said", () => {
  open({ state: "not_connected", organizationKey: "unusable" });
  expect(screen.getByRole("alert").textContent).toContain("cannot be an API key");
});

test("a worker that does not answer is said, and what was typed stays", async () => {
  const { user } = open(none);
  testBrowser.state.sendMessage = async () => undefined;
  await user.type(screen.getByLabelText("API key"), "ats-1{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("did not answer");
  expect(screen.getByLabelText<HTMLInputElement>("API key").value).toBe("ats-1");
});
