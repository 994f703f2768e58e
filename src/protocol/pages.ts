/** The three steps after installation: opened by the worker, and from the settings. Named in vite.config.ts. */
export const ONBOARDING_PAGE = "src/onboarding/onboarding.html";

/** Logs selected text: opened by the context menu. Named in vite.config.ts. */
export const LOG_PAGE = "src/log/log.html";
