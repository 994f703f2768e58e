import { crx } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import manifest from "./manifest.json" with { type: "json" };

/** crxjs also builds the injected script as a module that nothing loads, beside the IIFE that runs. */
function dropModuleCopy(bundle: Rolldown.OutputBundle): void {
  for (const [file, output] of Object.entries(bundle)) {
    if (output.type === "chunk" && output.facadeModuleId?.endsWith("src/capture/injected.ts"))
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

export default defineConfig({
  plugins: [preact(), crx({ manifest }), leanManifest()],
  build: { target: "chrome120", modulePreload: { polyfill: false }, sourcemap: false },
});
