/** What jsdom lacks for the tests of pages, and a clean page after each. A set-up file in vite.config.ts. */
import type { JSDOM } from "jsdom";
import { afterAll, afterEach } from "vitest";

if (typeof document !== "undefined") {
  const { cleanup, configure } = await import("@testing-library/preact");
  // A busy machine takes its time; what never comes takes longer.
  configure({ asyncUtilTimeout: 10_000 });
  afterEach(cleanup);
  // Preact runs late effects up to 35 ms after a frame; by then the page of the test would be gone.
  afterAll(() => new Promise((resolve) => setTimeout(resolve, 50)));

  const isLight = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  window.matchMedia ??= () => isLight as unknown as MediaQueryList;

  // From version 25 on Node has a storage of its own, which is undefined without a file and hides the page's.
  const { jsdom } = globalThis as typeof globalThis & { jsdom: JSDOM };
  Object.defineProperty(globalThis, "localStorage", { value: jsdom.window.localStorage, configurable: true });

  Blob.prototype.text ??= function text(this: Blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsText(this);
    });
  };
}
