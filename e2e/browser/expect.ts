import { expect as base, type Locator } from "@playwright/test";

/** Playwright's `expect`, with one more: whether an element has the focus within its page. */
export const expect = base.extend({
  /** `toBeFocused` also wants the window to have the focus, which only one window at a time has. */
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
