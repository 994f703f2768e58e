import { crx } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import manifest from "./manifest.json" with { type: "json" };

/**
 * crxjs lists every injected script as web-accessible, though `scripting.executeScript` does not need
 * it. LinkedIn probes extensions through such files, so none may be listed.
 */
function withoutWebAccessibleResources(): Plugin {
  return {
    name: "without-web-accessible-resources",
    enforce: "post",
    generateBundle(_options, bundle) {
      const built = bundle["manifest.json"];
      if (built?.type !== "asset") throw new Error("crxjs emitted no manifest.json");
      const { web_accessible_resources: _dropped, ...rest } = JSON.parse(String(built.source));
      built.source = JSON.stringify(rest, null, 2);
    },
  };
}

export default defineConfig({
  plugins: [preact(), crx({ manifest }), withoutWebAccessibleResources()],
  build: { target: "chrome120", modulePreload: false, sourcemap: false },
});
