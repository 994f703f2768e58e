/// <reference types="vitest/config" />
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin, type Rolldown } from "vite";
import type { InlineConfig } from "vitest/node";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };

/** Chrome's build is Edge's, too. */
type Browser = "chrome" | "firefox";

/** The first that reads data_collection_permissions on every system. */
const FIREFOX_MINIMUM = "142.0";

/** manifest.json with the version of package.json, and what one browser needs. */
function manifestFor(browser: Browser): ManifestV3Export {
  return browser === "firefox" ? firefoxManifest() : { ...manifest, version: packageJson.version };
}

/** `light` and `dark` are the colors of the theme's words: light ones stand on a dark toolbar. */
const themeIcons = [16, 32].map((size) => ({
  light: `icons/dark-${size}.png`,
  dark: `icons/${size}.png`,
  size,
}));

/**
 * Firefox has event pages in the place of service workers, asks what data is collected, keeps policies
 * without a schema, a sidebar for the panel, and chooses the icon by its theme.
 */
function firefoxManifest(): ManifestV3Export {
  const {
    minimum_chrome_version: _chrome,
    storage: _policy,
    background,
    action,
    side_panel,
    permissions,
    ...shared
  } = manifest;
  // Firefox opens its network monitor with Ctrl+Shift+E, and says all the same that the shortcut is set.
  const _execute_action = { suggested_key: { default: "Alt+Shift+E" } };
  return {
    ...shared,
    version: packageJson.version,
    commands: { ...shared.commands, _execute_action },
    permissions: permissions.filter((permission) => permission !== "sidePanel"),
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: shared.name,
      default_icon: shared.icons,
      open_at_install: false,
    },
    action: { ...action, default_icon: shared.icons, theme_icons: themeIcons },
    background: { scripts: [background.service_worker], type: "module" },
    browser_specific_settings: {
      gecko: {
        id: "stardex-capture@stardex.ai",
        strict_min_version: FIREFOX_MINIMUM,
        data_collection_permissions: {
          // The person of the form, read from the page, and the API key: all of it to Stardex, on Save.
          required: [
            "personallyIdentifyingInfo",
            "websiteContent",
            "authenticationInfo",
            // What the user logs of a message or a call.
            "personalCommunications",
          ],
          // The live badge looks up the addresses of the profiles in view; asked for when it is switched on.
          optional: ["browsingActivity"],
        },
      },
    },
  } as ManifestV3Export;
}

/** crxjs also builds the injected script as a module that nothing loads, beside the IIFE that runs. */
function dropModuleCopy(bundle: Rolldown.OutputBundle): void {
  for (const [file, output] of Object.entries(bundle)) {
    if (
      output.type === "chunk" &&
      /src\/capture\/injected(-link|-list)?\.ts$/.test(output.facadeModuleId ?? "")
    )
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

/** Only what the browser reads: notes for translators stay behind, and each placeholder becomes its number. */
function compactLocales(): Plugin {
  let folder = "";
  return {
    name: "compact-locales",
    configResolved({ build }) {
      folder = `${build.outDir}/_locales`;
    },
    closeBundle() {
      for (const locale of readdirSync(folder)) {
        const file = `${folder}/${locale}/messages.json`;
        const words: Words = JSON.parse(readFileSync(file, "utf8"));
        const compact = Object.entries(words).map(([key, entry]) => [key, { message: numbered(entry) }]);
        writeFileSync(file, JSON.stringify(Object.fromEntries(compact)));
      }
    },
  };
}

type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

function numbered({ message, placeholders = {} }: Words[string]): string {
  return message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content;
    if (content === undefined) throw new Error(`No placeholder "${name}" in: ${message}`);
    return content;
  });
}

/** The notices that the licenses of the bundled packages ask to be kept with every copy. */
function licenses(): Plugin {
  return {
    name: "licenses",
    generateBundle() {
      const source = Object.keys(packageJson.dependencies).map(noticeOf).join("\n\n");
      this.emitFile({ type: "asset", fileName: "licenses.txt", source });
    },
  };
}

function noticeOf(name: string): string {
  const folder = `node_modules/${name}`;
  const { version, license, homepage } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  // The MPL asks for where the source is, not for its own sixteen kilobytes.
  const text =
    license === "MPL-2.0"
      ? `Used unchanged; source: ${homepage}\nLicense: https://mozilla.org/MPL/2.0/`
      : readFileSync(`${folder}/LICENSE`, "utf8").trim();
  return `${name} ${version} (${license})\n${text}`;
}

/**
 * What pages and worker share, in two files and not in one for each set of users: each file more costs a worker
 * that starts about a millisecond. `first` is all that the popup needs of it before its first frame.
 */
const SHARED_CHUNKS = [
  {
    name: "first",
    test: /webextension-polyfill|src\/i18n\/(words|language)\.ts|src\/capture\/(call-in-tab|read-tab|read-settled)|src\/protocol\/pages|src\/linkedin\/profile-url/,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: "shared",
    // Of the protocol all but the asking side, which is the pages' alone.
    test: /node_modules\/zod|src\/(capture|linkedin|model|settings|storage|i18n)\/|src\/protocol\/(?!send)[^/]+\.ts$/,
    minShareCount: 2,
    priority: 1,
  },
];

/** A component's test names its environment itself: `// @vitest-environment jsdom`. */
const unitTests: InlineConfig = {
  include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
  exclude: ["**/node_modules/**", "e2e/nightly/**"],
  environment: "node",
  // They start with about an eighth less work than processes.
  pool: "threads",
  setupFiles: ["src/testing/fresh-database.ts", "src/testing/view-environment.ts"],
  // Vitest leaves one core to itself, of two that is half.
  maxWorkers: "100%",
  // Thousands of cases on a busy machine take their time; what hangs hangs longer.
  testTimeout: 60_000,
  // The first hook of a file loads all that it tests.
  hookTimeout: 60_000,
};

/** `--mode firefox` builds the one for Firefox; any other mode is Chrome's and Edge's. */
export default defineConfig(({ mode }) => {
  const browser = mode === "firefox" ? "firefox" : "chrome";
  return {
    // Unit tests need no build of the extension.
    plugins: process.env.VITEST
      ? []
      : [
          preact(),
          crx({ manifest: manifestFor(browser), browser }),
          leanManifest(),
          licenses(),
          compactLocales(),
        ],
    test: unitTests,
    build: {
      target:
        browser === "firefox" ? `firefox${FIREFOX_MINIMUM}` : `chrome${manifest.minimum_chrome_version}`,
      outDir: browser === "firefox" ? "dist-firefox" : "dist",
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: {
        // No entry of the manifest names these: other pages and the worker open them. Firefox has the panel as its sidebar.
        input: {
          log: "src/log/log.html",
          onboarding: "src/onboarding/onboarding.html",
          panel: "src/panel/panel.html",
          privacy: "src/privacy/privacy.html",
        },
        // No hashes: the folder of the sources goes into them, and the package's bytes must not depend on it.
        output: {
          entryFileNames: "assets/[name].js",
          chunkFileNames: "assets/[name].js",
          assetFileNames: "assets/[name].[ext]",
          codeSplitting: { groups: SHARED_CHUNKS },
        },
      },
    },
  };
});
