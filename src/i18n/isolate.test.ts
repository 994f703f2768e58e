import { expect, test } from "vitest";
import { isolate } from "./isolate.ts";

test.each(["محمد العبدالله", "Dr. שרה כהן"])("%s keeps its direction to itself", (name) => {
  expect(isolate(name)).toBe(`\u2068${name}\u2069`);
});

test.each(["Mara Lindqvist", "李小龍", ""])("%j needs no mark", (name) => {
  expect(isolate(name)).toBe(name);
});
