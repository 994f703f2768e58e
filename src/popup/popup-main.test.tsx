// @vitest-environment jsdom
/** The popup from its first line on: a file of its own, as no form of another test may read beside it. */
import { screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { SANDBOX_KEY } from "../../e2e/sandbox/in-process.ts";
import { send } from "../protocol/send.ts";
import { prepareForms } from "../testing/open-form.tsx";
import { connectedWorker } from "../testing/page-worker.ts";
import { testBrowser } from "../testing/test-browser.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

test("without a key the page is not read before there is one", async () => {
  prepareForms();
  const executeScript = vi.fn(async () => [{ result: undefined }]);
  Object.assign(browser, { scripting: { executeScript } });
  testBrowser.state.openTabs.set(1, "https://www.linkedin.com/in/mara-lindqvist-5b81/");
  await connectedWorker();
  await send("connection.remove", {});
  const root = document.createElement("div");
  root.id = "root";
  document.body.replaceChildren(root);
  await import("./popup-main.tsx");
  const key = await screen.findByLabelText("API key");
  expect(executeScript).not.toHaveBeenCalled();
  const user = userEvent.setup();
  await user.type(key, SANDBOX_KEY);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(executeScript).toHaveBeenCalled());
  expect(localStorage.getItem("connected")).not.toBeNull();
});
