/** Bytes of the built extension. What is `@public` is for the tests that hold the sizes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { build, type Rolldown } from "vite";
import { counted, type Row } from "./row.ts";

const DIST = "dist";
export const INJECTED = join(DIST, "src/capture/injected.js");
const POPUP = join(DIST, "src/popup/popup.html");
const WORKER = join(DIST, "service-worker-loader.js");
const PART = "Size";
/** @public */
export const KB = 1024;

interface Size {
  bytes: number;
  gzip: number;
}

/**
 * The scripts that are put into a page, each by itself.
 * @public
 */
export function injectedFiles(): string[] {
  const folder = join(DIST, "src/capture");
  return readdirSync(folder).map((name) => join(folder, name));
}

/**
 * The sum over files, each compressed by itself.
 * @public
 */
export function sizeOf(files: string[]): Size {
  const contents = files.map((file) => readFileSync(file));
  return {
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzip: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  };
}

/**
 * The scripts that run before the popup's first frame: its entry and what that imports statically.
 * @public
 */
export const popupFirstFiles = (): string[] => withImports(scriptsOf(POPUP), STATIC_IMPORT);

/** The popup's scripts that come after its first ones. */
function popupLaterFiles(): string[] {
  const first = popupFirstFiles();
  return withImports(scriptsOf(POPUP), ANY_IMPORT).filter((file) => !first.includes(file));
}

const workerFiles = (): string[] => withImports([WORKER], ANY_IMPORT);

/**
 * All that is shipped, as one zip; the pseudo-locale of the tests is not.
 * @public
 */
export function zipSize(): number {
  const names = builtFiles(/./).filter((file) => !/[/\\](?:\.vite|en_XA)[/\\]/.test(file));
  return zipSync(Object.fromEntries(names.map((name) => [name, readFileSync(name)])), { level: 9 }).length;
}

/** What the build may have at most, bytes. */
export const MOST = { injected: 28 * KB, popupFirst: 64 * KB, package: 370 * KB };

export async function sizeRows(): Promise<Row[]> {
  const { packages, workerParts, doubled } = await bundled();
  const listed = (what: string, parts: [string, number][]) =>
    parts.map(([name, size]) => bytes(`${what} ${name}`, size));
  return [
    ...injectedFiles().flatMap((file) => weighed(basename(file), [file], MOST.injected)),
    ...weighed("popup, first scripts", popupFirstFiles(), MOST.popupFirst),
    ...popupLaterFiles().map((file) => bytes(`popup, later: ${relative(DIST, file)}`, sizeOf([file]).bytes)),
    ...weighed("worker", workerFiles()),
    ...listed("worker, of it", workerParts),
    bytes("package, zip", zipSize(), MOST.package),
    ...listed("pages and worker, of it", packages),
    counted({ part: PART, what: "modules bundled twice in pages and worker", unit: "count" }, doubled, {
      atMost: 0,
    }),
    ...builtFiles(/\.(js|css|html)$/).map((file) =>
      bytes(`file ${relative(DIST, file)}`, sizeOf([file]).bytes),
    ),
  ];
}

function weighed(what: string, files: string[], atMost?: number): Row[] {
  const size = sizeOf(files);
  return [bytes(what, size.bytes, atMost), bytes(`${what}, gzip`, size.gzip)];
}

function bytes(what: string, value: number, atMost?: number): Row {
  return counted({ part: PART, what, unit: "bytes" }, value, atMost === undefined ? undefined : { atMost });
}

/** The files of the build whose name fits, the largest first. */
function builtFiles(name: RegExp): string[] {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => sizeOf([b]).bytes - sizeOf([a]).bytes);
}

// The minifier quotes with backticks where that is as short.
const STATIC_IMPORT =
  /(?:^|[;}\s])(?:import|from|import[^"'`(]*from|export[^"'`(]*from)\s*["'`](\.[^"'`]+\.js)["'`]/g;
const ANY_IMPORT = /(?:import|from)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g;

function scriptsOf(page: string): string[] {
  const html = readFileSync(page, "utf8");
  return [...html.matchAll(/<script[^>]*\bsrc="\/?([^"]+)"/g)].map(([, src = ""]) => join(DIST, src));
}

/** The files and all they import, each once. */
function withImports(files: string[], pattern: RegExp, seen = new Set<string>()): string[] {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const found = [...readFileSync(file, "utf8").matchAll(pattern)].map(([, path = ""]) => path);
    withImports(
      found.map((path) => join(dirname(file), path)),
      pattern,
      seen,
    );
  }
  return [...seen];
}

interface Bundled {
  /** Minified bytes by package, our own code as one, the largest first. */
  packages: [string, number][];
  /** The same of what the worker loads, our own code by room (src/stardex, src/worker/queue). */
  workerParts: [string, number][];
  doubled: number;
}

/** From one more build. A chunk's bytes are shared out as its modules' were before minifying. */
async function bundled(): Promise<Bundled> {
  const chunks = await builtChunks();
  const ofWorker = new Set(workerFiles().map((file) => relative(DIST, file)));
  const packages = new Map<string, number>();
  const workerParts = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { fileName, code, modules } of chunks) {
    const rendered = Object.values(modules).reduce((sum, { renderedLength }) => sum + renderedLength, 0);
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      if (renderedLength === 0) continue;
      const minified = (Buffer.byteLength(code) * renderedLength) / rendered;
      const name = packageOf(id);
      add(packages, name ?? "our own code", minified);
      if (ofWorker.has(fileName)) add(workerParts, name ?? roomOf(id), minified);
      add(places, id, 1);
    }
  }
  return {
    packages: largestFirst(packages),
    workerParts: largestFirst(workerParts),
    doubled: [...places.values()].filter((count) => count > 1).length,
  };
}

async function builtChunks(): Promise<Rolldown.OutputChunk[]> {
  const outDir = mkdtempSync(join(tmpdir(), "stardex-bench-"));
  const chunks: Rolldown.OutputChunk[] = [];
  const collect = {
    name: "collect-chunks",
    writeBundle(_options: unknown, bundle: Rolldown.OutputBundle) {
      for (const output of Object.values(bundle)) if (output.type === "chunk") chunks.push(output);
    },
  };
  await build({ logLevel: "silent", build: { outDir }, plugins: [collect] });
  rmSync(outDir, { recursive: true });
  return chunks;
}

function add(sums: Map<string, number>, name: string, amount: number): void {
  sums.set(name, (sums.get(name) ?? 0) + amount);
}

function largestFirst(sums: Map<string, number>): [string, number][] {
  return [...sums]
    .map(([name, size]): [string, number] => [name, Math.round(size)])
    .sort((a, b) => b[1] - a[1]);
}

/** The package a module comes from; undefined for our own code. */
function packageOf(id: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
}

/** `src/worker/queue` of the module in that folder; what the bundler adds itself has none. */
function roomOf(id: string): string {
  return /\/(src\/(?:worker\/)?[^/]+)\/[^/]/.exec(id)?.[1] ?? "the rest";
}
