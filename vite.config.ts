import { readFileSync } from "node:fs";
import { crx } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import { manifestFor } from "./manifest.config.ts";
import packageJson from "./package.json" with { type: "json" };

/** crxjs also builds the injected script as a module that nothing loads, beside the IIFE that runs. */
function dropModuleCopy(bundle: Rolldown.OutputBundle): void {
  for (const [file, output] of Object.entries(bundle)) {
    if (output.type === "chunk" && /src\/capture\/injected(-link)?\.ts$/.test(output.facadeModuleId ?? ""))
      delete bundle[file];
  }
}

/**
 * crxjs lists every injected script as web-accessible, though `scripting.executeScript` does not need
 * it. LinkedIn probes extensions through such files, so none may be listed.
 */
function leanManifest(): Plugin {
  return {
    name: "lean-manifest",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const built = bundle["manifest.json"];
        if (built?.type !== "asset")
          throw new Error(`crxjs emitted no manifest.json: ${Object.keys(bundle)}`);
        const { web_accessible_resources: _dropped, ...rest } = JSON.parse(String(built.source));
        built.source = JSON.stringify(rest, null, 2);
        dropModuleCopy(bundle);
      },
    },
  };
}

/** The notices that the licences of the bundled packages ask to be kept with every copy. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle() {
      const source = Object.keys(packageJson.dependencies).map(noticeOf).join("\n\n");
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}

function noticeOf(name: string): string {
  const folder = `node_modules/${name}`;
  const { version, license, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  // The MPL asks for where the source is, not for its own sixteen kilobytes.
  const text =
    license === "MPL-2.0"
      ? `Used unchanged; source: ${homepage}\nLicence: https://mozilla.org/MPL/2.0/`
      : readFileSync(`${folder}/LICENSE`, "utf8").trim();
  return `${name} ${version} (${license})\n${text}`;
}

/** `--mode firefox` builds the one for Firefox; any other mode is Chrome's and Edge's. */
export default defineConfig(({ mode }) => {
  const browser = mode === "firefox" ? "firefox" : "chrome";
  return {
    plugins: [preact(), crx({ manifest: manifestFor(browser), browser }), leanManifest(), licences()],
    build: {
      target: browser === "firefox" ? "firefox142" : "chrome120",
      outDir: browser === "firefox" ? "dist-firefox" : "dist",
      modulePreload: { polyfill: false },
      sourcemap: false,
      // No entry of the manifest names it: the worker opens it.
      rolldownOptions: { input: { onboarding: "src/onboarding/onboarding.html" } },
    },
  };
});
