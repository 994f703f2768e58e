/** What `npm run package` makes: the same bytes twice, and nothing but what runs. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import * as yauzl from "yauzl";
import packageJson from "../../../package.json" with { type: "json" };

const { version } = packageJson;

/** In a zip's "made by". */
const UNIX = 3;

const PSEUDO_LOCALE = "en_XA";
const LOCALES = readdirSync("public/_locales").filter((locale) => locale !== PSEUDO_LOCALE);

/** All but `assets/`, which is what the entries load. */
const FILES = [
  ...LOCALES.map((locale) => `_locales/${locale}/messages.json`),
  "icons/128.png",
  "icons/16.png",
  "icons/32.png",
  "icons/48.png",
  "icons/dark-16.png",
  "icons/dark-32.png",
  // Does not run: the bundled packages' licenses ask that their notices go with every copy.
  "licenses.txt",
  // Read by the browser: what an administrator may set. Firefox does without, and is none the worse for it.
  "managed-schema.json",
  "manifest.json",
  "service-worker-loader.js",
  "src/capture/injected-link.js",
  "src/capture/injected-list.js",
  "src/capture/injected.js",
  "src/log/log.html",
  "src/onboarding/onboarding.html",
  "src/options/options.html",
  "src/panel/panel.html",
  "src/popup/popup.html",
  "src/privacy/privacy.html",
].sort();

const ENTRIES = [
  "service-worker-loader.js",
  "src/log/log.html",
  "src/onboarding/onboarding.html",
  "src/options/options.html",
  "src/panel/panel.html",
  "src/popup/popup.html",
  "src/privacy/privacy.html",
];

// One after the other, in one process: each package is built once for all that is asked of it.
test.describe.configure({ mode: "default" });

for (const { browser, args, name } of [
  { browser: "Chrome and Edge", args: [], name: `stardex-capture-${version}.zip` },
  { browser: "Firefox", args: ["--firefox"], name: `stardex-capture-${version}-firefox.zip` },
]) {
  test(`the package for ${browser} has the same bytes twice, in any folder and time zone`, () => {
    const here = packageOf(name, args);
    const elsewhere = makePackage(name, args, "America/Lima", copyOfTheSources());
    expect(Buffer.from(here).equals(elsewhere)).toBe(true);
  });

  test(`the package for ${browser} unpacks for an ordinary user`, async () => {
    const entries = await entriesOf(packageOf(name, args));
    expect(entries.length).toBeGreaterThan(20);
    // A folder's mode is the user's own: there are no entries of folders. ASCII needs no flag for UTF-8.
    const isPlain = ({ mode, madeBy, path }: Entry) =>
      mode === 0o100644 && madeBy === UNIX && /^[\w.-]+(\/[\w.-]+)*$/.test(path);
    expect(entries.filter((entry) => !isPlain(entry))).toEqual([]);
  });

  test(`the package for ${browser} holds nothing but what runs`, () => {
    const files = textsOf(packageOf(name, args));
    const isAsset = (file: string) => file.startsWith("assets/");
    const names = Object.keys(files);
    expect(names.filter((file) => !isAsset(file))).toEqual(FILES);
    expect(names.filter(isAsset)).toEqual(loadedBy(ENTRIES, files));
    expect(names.filter((file) => files[file]?.includes("sourceMappingURL"))).toEqual([]);
    expect(JSON.parse(files["manifest.json"] ?? "").version).toBe(version);
  });
}

test("the system's own unzip leaves files that can be read", () => {
  test.skip(spawnSync("unzip", ["-v"]).status !== 0, "There is no unzip here");
  const zip = test.info().outputPath("package.zip");
  writeFileSync(zip, packageOf(`stardex-capture-${version}.zip`, []));
  const folder = test.info().outputPath("unzipped");
  execFileSync("unzip", ["-q", zip, "-d", folder]);
  const unpacked = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(unpacked).toContain("manifest.json");
  const isClosed = (path: string) => (statSync(join(folder, path)).mode & 0o400) === 0;
  expect(unpacked.filter(isClosed)).toEqual([]);
});

test("the package for Chrome is the build that is tested here", () => {
  const files = unzipSync(packageOf(`stardex-capture-${version}.zip`, []));
  const isDifferent = ([file, bytes]: [string, Uint8Array]) =>
    !readFileSync(join("dist", file)).equals(bytes);
  expect(
    Object.entries(files)
      .filter(isDifferent)
      .map(([file]) => file),
  ).toEqual([]);
});

interface Entry {
  path: string;
  /** Unix' file type and mode. */
  mode: number;
  /** The system whose attributes these are. */
  madeBy: number;
}

/** The zip's directory, read by another library than the one that wrote it. It refuses backslashes and paths that climb. */
function entriesOf(zip: Uint8Array): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(zip), { strictFileNames: true, lazyEntries: false }, (error, reader) => {
      if (error) return reject(error);
      const entries: Entry[] = [];
      reader.on("entry", ({ fileName, externalFileAttributes, versionMadeBy }) => {
        entries.push({
          path: fileName,
          mode: externalFileAttributes >>> 16,
          madeBy: versionMadeBy >>> 8,
        });
      });
      reader.on("end", () => resolve(entries));
      reader.on("error", reject);
    });
  });
}

const made = new Map<string, Uint8Array>();

/** The package of these sources, made once. */
function packageOf(name: string, args: string[]): Uint8Array {
  const bytes = made.get(name) ?? makePackage(name, args, "Asia/Tokyo");
  made.set(name, bytes);
  return bytes;
}

/** The bytes of the one file that the script leaves. */
function makePackage(name: string, args: string[], zone: string, sources = "."): Uint8Array {
  const folder = test.info().outputPath(zone.replace("/", "-"));
  mkdirSync(folder, { recursive: true });
  execFileSync("node", [join(sources, "e2e/run/package.mjs"), ...args, "--into", folder], {
    env: { ...process.env, TZ: zone },
    stdio: "pipe",
  });
  expect(readdirSync(folder)).toEqual([name]);
  return readFileSync(join(folder, name));
}

/** As after a checkout of somebody else's. */
function copyOfTheSources(): string {
  const folder = test.info().outputPath("sources");
  const needed = ["docs/store", "e2e/run", "manifest.json", "package.json", "public", "src"];
  for (const one of [...needed, "tsconfig.json", "vite.config.ts"])
    cpSync(one, join(folder, one), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

function textsOf(zip: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
}

/** The assets that the entries name, and those that these name in turn. */
function loadedBy(entries: string[], files: Record<string, string>): string[] {
  const loaded = new Set<string>();
  const assets = Object.keys(files).filter((file) => file.startsWith("assets/"));
  const follow = (file: string) => {
    for (const asset of assets) {
      if (loaded.has(asset) || !files[file]?.includes(asset.slice("assets/".length))) continue;
      loaded.add(asset);
      follow(asset);
    }
  };
  entries.forEach(follow);
  return [...loaded].sort();
}
