/** What goes into the built manifest: manifest.json, the version of package.json, and what one browser needs. */
import type { ManifestV3Export } from "@crxjs/vite-plugin";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };

export type Browser = "chrome" | "firefox";

const { version } = packageJson;

export function manifestFor(browser: Browser): ManifestV3Export {
  return browser === "firefox" ? firefoxManifest() : { ...manifest, version };
}

/** `light` and `dark` are the colours of the theme's words: light ones stand on a dark toolbar. */
const themeIcons = [16, 32].map((size) => ({
  light: `icons/dark-${size}.png`,
  dark: `icons/${size}.png`,
  size,
}));

/**
 * Firefox has event pages in the place of service workers, asks what data is collected, keeps policies
 * without a schema, and chooses the icon by its theme.
 */
function firefoxManifest(): ManifestV3Export {
  const { minimum_chrome_version: _chrome, storage: _policy, background, action, ...shared } = manifest;
  return {
    ...shared,
    version,
    action: { ...action, default_icon: shared.icons, theme_icons: themeIcons },
    background: { scripts: [background.service_worker], type: "module" },
    browser_specific_settings: {
      gecko: {
        id: "stardex-capture@stardex.ai",
        // The first that reads data_collection_permissions on every system.
        strict_min_version: "142.0",
        data_collection_permissions: {
          // The person of the form, read from the page, and the API key: all of it to Stardex, on Save.
          required: ["personallyIdentifyingInfo", "websiteContent", "authenticationInfo"],
        },
      },
    },
  } as ManifestV3Export;
}
