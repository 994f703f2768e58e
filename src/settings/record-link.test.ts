import { expect, test } from "vitest";
import { isRecordLink, recordUrl, stardexOrigin } from "./record-link.ts";

test.each([
  "https://stardex.example/people/{id}",
  "https://stardex.example/?person={id}&tab=notes",
  "https://stardex.example/#/people/{id}",
])("a record's address: %s", (words) => expect(isRecordLink(words)).toBe(true));

test.each([
  "",
  "people/{id}",
  "http://stardex.example/people/{id}",
  "https://stardex.example/people",
  "https://{id}.example/people",
  "https://stardex.example:{id}/",
  "https://{id}@stardex.example/people",
  "data:text/html,{id}",
  "//stardex.example/{id}",
  "javascript:alert('{id}')//https://stardex.example",
])("not a record's address: %j", (words) => expect(isRecordLink(words)).toBe(false));

test("an id stands in the address as a text, whatever is in it", () => {
  expect(recordUrl("https://stardex.example/people/{id}", "a/../b?c")).toBe(
    "https://stardex.example/people/a%2F..%2Fb%3Fc",
  );
  expect(recordUrl(" https://stardex.example/?p={id}&q={id} ", "a b")).toBe(
    "https://stardex.example/?p=a%20b&q=a%20b",
  );
  expect(recordUrl("", "a")).toBeNull();
});

test("where Stardex is, is known from a record's address alone", () => {
  expect(stardexOrigin("https://app.stardex.example/people/{id}")).toBe("https://app.stardex.example");
  expect(stardexOrigin("")).toBeNull();
  expect(stardexOrigin("http://app.stardex.example/people/{id}")).toBeNull();
});
