import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../linkedin-pages");

/** The pages the sandbox serves as LinkedIn's: the invented ones, and what a test puts at a URL. */
export class LinkedinPages {
  #pages = new Map<string, string>();
  #endless = new Set<string>();
  /** URLs asked for, e.g. to prove that the extension asks LinkedIn for nothing. */
  requests: string[] = [];

  constructor() {
    for (const { url, html, frameHtml } of inventedPages()) {
      this.serve(url, html);
      if (frameHtml !== null) this.serveFrame(url, html, frameHtml);
    }
  }

  /** Host, query and a slash at the end make no difference. */
  serve(url: string, html: string): void {
    this.#pages.set(pathOf(url), html);
  }

  /** What is served here, or nothing, comes at once, and its end never. */
  neverEnd(url: string): void {
    this.#endless.add(pathOf(url));
  }

  /** The document inside the page's interop iframe, where that asks the server for one. */
  serveFrame(url: string, html: string, frameHtml: string): void {
    const tag = /<iframe[^>]*data-testid="interop-iframe"[^>]*>/.exec(html)?.[0] ?? "";
    const src = /\bsrc="(\/[^"]*)"/.exec(tag)?.[1];
    if (src) this.serve(new URL(src, url).href, frameHtml);
  }

  respond(url: string): Response {
    this.requests.push(url);
    const html = this.#pages.get(pathOf(url));
    if (this.#endless.has(pathOf(url))) return endless(html ?? "");
    return new Response(html ?? "<!doctype html><title>Page not found</title>", {
      status: html === undefined ? 404 : 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  }
}

function endless(html: string): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new TextEncoder().encode(html)),
  });
  return new Response(body, { headers: { "content-type": "text/html; charset=utf-8" } });
}

export interface InventedPage {
  name: string;
  url: string;
  html: string;
  /** The second document of a page whose content sits in an iframe. */
  frameHtml: string | null;
}

/** e2e/linkedin-pages: NAME.json says the `url` of NAME.html, and maybe the file of its `frame`. */
export function inventedPages(): InventedPage[] {
  if (!existsSync(FOLDER)) return [];
  const names = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  return names.map((file) => {
    const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");
    const { url, frame } = JSON.parse(read(file)) as { url: string; frame?: string };
    const name = file.replace(/\.json$/, "");
    return { name, url, html: read(`${name}.html`), frameHtml: frame ? read(frame) : null };
  });
}

function pathOf(url: string): string {
  const path = new URL(url).pathname.replace(/\/+$/, "");
  try {
    return decodeURIComponent(path).normalize("NFC").toLowerCase();
  } catch {
    return path;
  }
}
