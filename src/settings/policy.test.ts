/** What administrators are given (schema, ready files) agrees with what is read here. */
import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import schema from "../../public/managed-schema.json" with { type: "json" };
import { testBrowser } from "../testing/test-browser.ts";
import { doesDoNotContactBlock, readManaged, readPolicy } from "./policy.ts";
import { formParts } from "./settings-schema.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

beforeEach(() => testBrowser.reset());

/** The settings of a ready policy file. */
function readyFile(name: string): Record<string, unknown> {
  const file = JSON.parse(readFileSync(`docs/policy/${name}.json`, "utf8"));
  if (name === "admin-console") {
    const entries = Object.entries<{ Value: unknown }>(file);
    return Object.fromEntries(entries.map(([key, { Value }]) => [key, Value]));
  }
  return file["3rdparty"].extensions.EXTENSION_ID;
}

test.each(["chrome", "edge", "admin-console"])(
  "the ready file %s sets everything, and all of it is right",
  async (name) => {
    const policy = readyFile(name);
    expect(Object.keys(policy).sort()).toEqual(Object.keys(schema.properties).sort());
    testBrowser.state.policy = policy;
    const { values, locked, problems } = await readPolicy();
    expect(problems).toEqual([]);
    expect(
      Object.keys({ ...values, apiKey: "", doNotContactBlocks: false, lockedSettings: [] }).sort(),
    ).toEqual(Object.keys(policy).sort());
    expect(locked.size).toBe((policy.lockedSettings as string[]).length);
  },
);

test("do-not-contact blocks only where the policy says so plainly", async () => {
  expect(await doesDoNotContactBlock()).toBe(false);
  for (const [value, blocks] of [
    [true, true],
    [false, false],
    ["true", false],
  ]) {
    testBrowser.state.policy = { doNotContactBlocks: value };
    expect(await doesDoNotContactBlock()).toBe(blocks);
  }
});

test("the schema's ranges and choices are those that are read", async () => {
  for (const [name, property] of Object.entries(schema.properties)) {
    const choices = "enum" in property ? property.enum : [];
    const bounds = "minimum" in property ? [property.minimum, property.maximum] : [];
    const lists = "items" in property && "enum" in property.items ? [property.items.enum, []] : [];
    for (const value of [...choices, ...bounds, ...lists]) {
      testBrowser.state.policy = { [name]: value };
      expect((await readPolicy()).values).toEqual({ [name]: value });
    }
    for (const value of bounds.length === 2 ? [Number(bounds[0]) - 1, Number(bounds[1]) + 1] : []) {
      testBrowser.state.policy = { [name]: value };
      expect((await readPolicy()).problems).toEqual([name]);
    }
  }
});

test("the parts of the form that the schema names are those there are", () => {
  expect(schema.properties.hiddenFields.items.enum).toEqual(formParts);
});

test("a browser without policies has none", async () => {
  testBrowser.state.policy = undefined;
  expect(await readPolicy()).toEqual({ values: {}, locked: new Set(), problems: [] });
  expect(await readManaged(["apiKey"])).toEqual({});
});

test.each(["all", { apiKey: true }, 7])(
  "what is no list of names locks nothing and is told: %j",
  async (lockedSettings) => {
    testBrowser.state.policy = { lockedSettings };
    expect(await readPolicy()).toMatchObject({ locked: new Set(), problems: ["lockedSettings"] });
  },
);
