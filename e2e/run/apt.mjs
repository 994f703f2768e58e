// What the tests wish for and can do without: installed where that needs no asking.
import { run, say } from "./steps.mjs";

/**
 * Installs Debian's packages as root on Linux; elsewhere nothing.
 * @param {string} what For the line that says so.
 * @param {string[]} packages
 */
export function installIfAllowed(what, packages) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  say(`${what}: installing ${packages.join(", ")} with apt-get`);
  if (run("apt-get", ["update"])) run("apt-get", ["install", "-y", ...packages]);
}
