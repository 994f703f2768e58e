import { expect, test } from "vitest";
import { recordUrl } from "./record-link.ts";

test.each([
  ["https://app.stardex.example/people/{id}", "https://app.stardex.example/people/a%2Fb%3Fc"],
  [" https://app.stardex.example/?p={id}&q={id} ", "https://app.stardex.example/?p=a%2Fb%3Fc&q=a%2Fb%3Fc"],
  ["", null],
  ["https://app.stardex.example/people", null],
  ["http://app.stardex.example/{id}", null],
  ["javascript:alert('{id}')", null],
  ["data:text/html,{id}", null],
  ["{id}", null],
  ["//app.stardex.example/{id}", null],
])("%s", (template, url) => {
  expect(recordUrl(template, "a/b?c")).toBe(url);
});
