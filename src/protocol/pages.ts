/** The extension's pages that no manifest entry names. Each is an input in vite.config.ts. */

/** The three steps after installation: opened by the worker, and from the settings. */
export const ONBOARDING_PAGE = "src/onboarding/onboarding.html";
/** What is read, where it goes and what is kept. */
export const PRIVACY_PAGE = "src/privacy/privacy.html";
/** Where a tab of the settings page is named behind the address. */
export const OPTIONS_PAGE = "src/options/options.html";
/** Logs selected text: opened by the context menu. */
export const LOG_PAGE = "src/log/log.html";
