import type { Sandbox } from "../sandbox/start-sandbox.ts";
import { type Golden, loadGoldens } from "../tools/golden.ts";

export interface BenchPage {
  name: string;
  url: string;
  html: string;
  frameHtml: string | null;
  isReal: boolean;
}

/** Every golden page on a host that the test browser takes for LinkedIn's. */
export function allPages(): BenchPage[] {
  return [...loadGoldens("own"), ...loadGoldens("shared")].map(toPage).filter(({ url }) => isLinkedin(url));
}

/** The profile with the most HTML: a real one, or the project's own where those are absent. */
export function largestProfile(): BenchPage {
  const profiles = [loadGoldens("shared"), loadGoldens("own")]
    .map((goldens) => goldens.filter(({ answer }) => answer.result === "profile").map(toPage))
    .find((pages) => pages.length > 0);
  const [largest] = (profiles ?? []).sort((a, b) => b.html.length - a.html.length);
  if (!largest) throw new Error("There is no golden profile");
  return largest;
}

/** A page of an invented profile for each number: another person for Stardex, the same work for the reader. */
export function profileNumber(n: number): BenchPage {
  const golden = loadGoldens("own").find(({ name }) => name === "sdui-with-experience");
  const { public_id: slug, name } = golden?.answer.expected ?? {};
  if (!golden || !slug || !name) throw new Error("The invented profile sdui-with-experience is gone");
  const { url, html, ...page } = toPage(golden);
  const own = `${slug}-${n}`;
  // A namesake at the same company would be asked about before anything is sent.
  const ownName = `${name.split(" ")[0]} Lind${lettersOf(n)}`;
  return { ...page, url: url.replace(slug, own), html: html.replaceAll(slug, own).replaceAll(name, ownName) };
}

function lettersOf(n: number): string {
  return [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

export function serve(sandbox: Sandbox, { url, html, frameHtml }: BenchPage): void {
  sandbox.pages.serve(url, html);
  if (frameHtml !== null) sandbox.pages.serveFrame(url, html, frameHtml);
}

function toPage({ name, collection, html, frameHtml, answer }: Golden): BenchPage {
  return { name, url: answer.url, html, frameHtml, isReal: collection === "shared" };
}

function isLinkedin(url: string): boolean {
  return new URL(url).hostname.endsWith(".linkedin.com");
}
