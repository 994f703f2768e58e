import { inventedPages } from "../sandbox/linkedin-pages.ts";

/** The invented LinkedIn page `e2e/linkedin-pages/NAME`, which the sandbox serves at its URL. */
export function invented(name: string) {
  const page = inventedPages().find((one) => one.name === name);
  if (!page) throw new Error(`e2e/linkedin-pages has no ${name}`);
  return page;
}
