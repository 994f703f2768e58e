import { execFileSync } from "node:child_process";
import { test } from "@playwright/test";

test("Mozilla's linter finds nothing in the package for Firefox but what is named with its reason", () => {
  // The first run installs the linter.
  test.setTimeout(180_000);
  execFileSync("npm", ["run", "--silent", "lint:firefox"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
});
