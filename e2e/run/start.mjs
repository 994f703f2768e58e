// `npm start`: the product to try, on an invented profile, with the sandbox in the place of Stardex.
import { setUp } from "./set-up.mjs";
import { mustRun, run, say } from "./steps.mjs";

await setUp();
say("Building the extension");
mustRun("npm", ["run", "--silent", "build", "--", "--logLevel", "warn"]);

const hasDisplay = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const alone = process.argv.includes("--headless") || !hasDisplay;
say(alone ? "Saving a profile without a window" : "Opening Chromium");
process.exit(run("npx", ["tsx", "e2e/run/demo.ts", ...(alone ? ["--headless"] : [])]) ? 0 : 1);
