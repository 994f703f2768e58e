/** The long scripts. Each exits with 0 only if all was well. */
import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";

const SCRIPTS = [
  { says: "no changed page gives a wrong value", script: "accuracy", args: ["--mutate"], minutes: 15 },
  {
    says: "no state in any language is cut or breaks a rule of axe's",
    script: "gallery",
    args: [],
    minutes: 60,
  },
  {
    says: "Mozilla's linter finds nothing but what has its reason",
    script: "lint:firefox",
    args: [],
    minutes: 5,
  },
  {
    says: "of 200 saves under random faults and 40 kills none is lost or doubled",
    script: "soak",
    args: ["--saves", "200", "--kills", "40", "--seed", "20261123"],
    minutes: 20,
  },
];

for (const { says, script, args, minutes } of SCRIPTS)
  test(`${says} (npm run ${script})`, () => {
    test.setTimeout(minutes * 60_000);
    const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script, "--", ...args], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === "win32",
    });
    expect(status, `${stdout}\n${stderr}`.slice(-20_000)).toBe(0);
  });
