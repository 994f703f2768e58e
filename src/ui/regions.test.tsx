// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { useRegionKeys } from "./regions.ts";

afterEach(cleanup);

function Page() {
  useRegionKeys();
  return (
    <>
      <header data-region>
        <button type="button">Settings</button>
      </header>
      <section data-region>Nothing to go to</section>
      <div data-region>
        <fieldset disabled>
          <input aria-label="Locked" />
        </fieldset>
        <input aria-label="Name" />
        <input aria-label="Title" />
      </div>
      <div data-region>
        <button type="submit" hidden>
          Enter
        </button>
        <button type="button">Change</button>
        <button type="button" data-region-start>
          Save
        </button>
      </div>
    </>
  );
}

const focused = () =>
  document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;

/** Where each press of the key leads. */
async function stations(key: string, times: number) {
  const user = userEvent.setup();
  const all = [];
  for (let n = 0; n < times; n += 1) {
    await user.keyboard(key);
    all.push(focused());
  }
  return all;
}

test("F6 goes from part to part: to what counts most in it, past what cannot be used or seen, and around", async () => {
  render(<Page />);
  expect(await stations("{F6}", 4)).toEqual(["Settings", "Name", "Save", "Settings"]);
});

test("with Shift it goes back, from within a part too", async () => {
  render(<Page />);
  screen.getByLabelText("Title").focus();
  expect(await stations("{Shift>}{F6}{/Shift}", 3)).toEqual(["Settings", "Save", "Name"]);
});

test("with Ctrl it is the browser’s", async () => {
  render(<Page />);
  screen.getByLabelText("Name").focus();
  expect(await stations("{Control>}{F6}{/Control}", 1)).toEqual(["Name"]);
});
