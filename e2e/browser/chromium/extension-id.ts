import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** The id Chromium gives an unpacked extension: from the manifest's key, else from the folder's path. */
export function extensionIdOf(extensionDir: string): string {
  const { key } = readManifest(extensionDir);
  const hash = createHash("sha256").update(key ? Buffer.from(key, "base64") : realpathSync(extensionDir));
  return [...hash.digest("hex").slice(0, 32)]
    .map((digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)))
    .join("");
}

interface Manifest {
  key?: string;
  action: { default_popup: string };
  side_panel: { default_path: string };
  options_ui: { page: string };
}

export function readManifest(extensionDir: string): Manifest {
  return JSON.parse(readFileSync(join(extensionDir, "manifest.json"), "utf8")) as Manifest;
}
