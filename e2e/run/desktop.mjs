// A screen, keyboard and mouse for the tests of shortcuts, menus and dialogs: wished for, not needed.
import { spawnSync } from "node:child_process";
import { installIfAllowed } from "./apt.mjs";
import { say } from "./steps.mjs";

/** The programs it takes that are not here. */
export function missingDesktopPrograms() {
  return ["Xvfb", "xdotool"].filter((name) => spawnSync("which", [name]).status !== 0);
}

export function setUpDesktop() {
  if (process.platform !== "linux") return say("Desktop: none, Xvfb is Linux' own; its tests are skipped");
  if (missingDesktopPrograms().length > 0) installIfAllowed("Desktop", ["xvfb", "xdotool"]);
  const missing = missingDesktopPrograms();
  say(missing.length === 0 ? "Desktop: Xvfb" : `Desktop: no ${missing.join(", ")}, so its tests are skipped`);
}
