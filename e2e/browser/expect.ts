import { expect as base, type Locator } from "@playwright/test";

/** Playwright's, and whether an element holds the focus of its page. */
export const expect = base.extend({
  /** `toBeFocused` asks for the focus of the screen besides, which one window of all the tests' has at a time. */
  async toHoldFocus(locator: Locator, options: { timeout?: number } = {}) {
    const holds = () => locator.evaluate((element) => element === document.activeElement);
    const pass = await base
      .poll(holds, options)
      .toBe(true)
      .then(
        () => true,
        () => false,
      );
    return { pass, message: () => `${locator} does not hold the focus of its page` };
  },
});
