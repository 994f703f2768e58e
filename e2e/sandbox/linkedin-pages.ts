import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../linkedin-pages");

/** The pages the sandbox serves as LinkedIn's: the invented ones, and what a test puts at a URL. */
export class LinkedinPages {
  #pages = new Map<string, string>();
  /** URLs asked for, e.g. to prove that the extension asks LinkedIn for nothing. */
  requests: string[] = [];

  constructor() {
    for (const { url, html } of inventedPages()) this.serve(url, html);
  }

  /** Host, query and a slash at the end make no difference. */
  serve(url: string, html: string): void {
    this.#pages.set(pathOf(url), html);
  }

  serveFile(url: string, file: string): void {
    this.serve(url, readFileSync(file, "utf8"));
  }

  respond(url: string): Response {
    this.requests.push(url);
    const html = this.#pages.get(pathOf(url));
    return new Response(html ?? "<!doctype html><title>Page not found</title>", {
      status: html === undefined ? 404 : 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  }
}

export interface InventedPage {
  name: string;
  url: string;
  html: string;
}

/** e2e/linkedin-pages: NAME.json says the `url` of NAME.html. */
export function inventedPages(): InventedPage[] {
  if (!existsSync(FOLDER)) return [];
  const names = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
  return names.map((file) => {
    const { url } = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as { url: string };
    const html = readFileSync(join(FOLDER, file.replace(/json$/, "html")), "utf8");
    return { name: file.replace(/\.json$/, ""), url, html };
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
