// What the run scripts share. Node's own modules only: they run before any package is installed.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Prints one line that says what happens next.
 * @param {string} line
 */
export function say(line) {
  console.log(`> ${line}`);
}

/**
 * Runs a command in the project's folder with its output shown; true when it succeeded.
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
    // npm and npx are .cmd files there, which only a shell runs.
    shell: process.platform === "win32",
  });
  return done.status === 0;
}

/**
 * Runs a command that everything after it needs.
 * @param {string} command
 * @param {string[]} args
 */
export function mustRun(command, args, env = {}) {
  if (run(command, args, env)) return;
  console.error(`\n${command} ${args.join(" ")} failed: nothing more can be done.`);
  process.exit(1);
}
