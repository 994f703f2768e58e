import { generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { extensionIdOf } from "./extension-id.ts";
import { findChromium } from "./find-chromium.ts";

/** Where Debian's Chromium looks for policies. Other builds have other places. */
const POLICIES = "/etc/chromium/policies/managed";

/** Why no policy can be set here, or null. */
export function noPolicyBecause(): string | null {
  if (process.platform !== "linux") return "policies are set by file on Linux only";
  if (process.getuid?.() !== 0) return `writing ${POLICIES} needs root`;
  const isDebians = /^\/usr\/(bin|lib)\/chromium/.test(findChromium());
  return isDebians ? null : `only Debian's Chromium reads ${POLICIES}`;
}

/**
 * A copy of the build with an id of its own, so that a policy can name it, and the file that sets policies
 * for it. `remove` takes both away, and every folder that was not there before.
 */
export function managedExtension() {
  const extensionDir = mkdtempSync(join(tmpdir(), "stardex-managed-"));
  cpSync("dist", extensionDir, { recursive: true });
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  const manifest = join(extensionDir, "manifest.json");
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, "utf8")), key }));

  const id = extensionIdOf(extensionDir);
  const file = join(POLICIES, `stardex-capture-${id}.json`);
  const firstNewFolder = newFolder(POLICIES);
  return {
    extensionDir,
    set(policy: Record<string, unknown>): void {
      mkdirSync(POLICIES, { recursive: true });
      writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [id]: policy } } }));
    },
    remove(): void {
      rmSync(extensionDir, { recursive: true, force: true });
      rmSync(firstNewFolder ?? file, { recursive: true, force: true });
    },
  };
}

/** The topmost folder on this path that does not exist yet. */
function newFolder(path: string): string | null {
  if (existsSync(path)) return null;
  return newFolder(dirname(path)) ?? path;
}
