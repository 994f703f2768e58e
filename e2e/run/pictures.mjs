// `npm run pictures`: the pictures of README and store listing, taken from the real form, into docs/.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { mustRun, ROOT } from "./steps.mjs";

mustRun("npm", ["run", "--silent", "build", "--", "--logLevel", "warn"]);
mustRun("npx", ["playwright", "test", "-c", "e2e", "--project=nightly", "pictures.spec.ts"]);
cpSync(join(ROOT, "test-results/pictures"), join(ROOT, "docs"), { recursive: true });
cpSync(join(ROOT, "test-results/store-pictures"), join(ROOT, "docs/store"), { recursive: true });
