// @vitest-environment jsdom
/** When the page is read, and what the user can do meanwhile. */
import { act, render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { inventedPages } from "../../e2e/sandbox/linkedin-pages.ts";
import type { TabReading } from "../capture/read-tab.ts";
import { readProfile } from "../linkedin/read-profile.ts";
import { prepareForms } from "../testing/open-form.tsx";
import { connectedWorker } from "../testing/page-worker.ts";
import { testBrowser } from "../testing/test-browser.ts";
import { Popup } from "./Popup.tsx";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const executeScript = vi.fn(async () => [{ result: undefined }]);
const mara = inventedPages().find(({ name }) => name === "sdui-with-experience");
if (!mara) throw new Error("e2e/linkedin-pages has no sdui-with-experience");
const { url, html } = mara;

beforeEach(() => {
  prepareForms();
  localStorage.clear();
  executeScript.mockClear();
  Object.assign(browser, { scripting: { executeScript } });
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  testBrowser.state.openTabs.clear();
  testBrowser.state.openTabs.set(1, url);
});

const field = (name: string) =>
  screen.findByLabelText<HTMLInputElement>(name, { exact: true }, { timeout: 3000 });

/** A popup over a page that is being read, until it is told what was read. */
async function openReading() {
  const { sandbox } = await connectedWorker();
  let tell: (reading: TabReading) => void = () => undefined;
  const reading = new Promise<TabReading>((resolve) => {
    tell = resolve;
  });
  render(<Popup firstReading={reading} />);
  return { sandbox, user: userEvent.setup(), tell: (found: TabReading) => act(() => tell(found)) };
}

test("a page that does not answer: the form is there within about a second, and what is typed is saved", async () => {
  const { sandbox, user } = await openReading();
  await user.type(await field("Name"), "Mara Lindqvist");
  expect(screen.getByLabelText<HTMLInputElement>("Company", { exact: true }).value).toBe("");
  expect(screen.queryByRole("button", { name: "Go to Experience" })).toBeNull();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Mara Lindqvist added.");
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({
    name: "Mara Lindqvist",
    linkedin_url: "https://www.linkedin.com/in/mara-lindqvist-5b81",
  });
});

test("the reading that comes at last fills what was not touched, and nothing else", async () => {
  const { user, tell } = await openReading();
  const company = await field("Company");
  await user.type(company, "Brightwater AS");
  await tell(readProfile(new DOMParser().parseFromString(html, "text/html"), url));
  await waitFor(async () => expect((await field("Name")).value).toBe("Mara Lindqvist"));
  expect((await field("Job title")).value).toBe("Head of Supply Chain");
  expect(company.value).toBe("Brightwater AS");
  expect(company.isConnected, "the same form").toBe(true);
});

test("a page that cannot be read takes away no form that is typed in, and says so", async () => {
  const { user, tell } = await openReading();
  const name = await field("Name");
  await user.type(name, "Mara");
  await tell({ result: "unreachable_page" });
  await screen.findByText("The page cannot be read");
  expect(name.isConnected).toBe(true);
  expect(name.value).toBe("Mara");
});

test("F6 goes around: from the fields to Save, the bar, the line about the person, and back", async () => {
  const known = inventedPages().find(({ name }) => name === "hidden-duplicates");
  if (!known) throw new Error("e2e/linkedin-pages has no hidden-duplicates");
  testBrowser.state.openTabs.set(1, known.url);
  const { user, tell } = await openReading();
  await tell(readProfile(new DOMParser().parseFromString(known.html, "text/html"), known.url));
  await screen.findByRole("button", { name: "Details" }, { timeout: 3000 });
  screen.getByRole("combobox", { name: "Job" }).focus();
  const stations = [];
  for (let n = 0; n < 4; n += 1) {
    await user.keyboard("{F6}");
    const at = document.activeElement;
    stations.push(at?.getAttribute("aria-label") ?? at?.getAttribute("name") ?? at?.textContent);
  }
  expect(stations).toEqual([
    expect.stringContaining("Nothing to save"),
    "Keep open beside the page",
    "Details",
    "name",
  ]);
});
