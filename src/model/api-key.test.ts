import { expect, test } from "vitest";
import { readApiKey } from "./api-key.ts";

test.each([
  "ats-1234",
  "  ats-1234\n",
  "Bearer ats-1234",
  "bearer:ats-1234",
  "Authorization: Bearer ats-1234",
  '"Bearer ats-1234"',
  "“ats-1234”",
  "'ats-1234'",
  "«ats-1234»",
  "\u200bats-\u200d12\u00ad34\ufeff",
  "\u00a0ats-1234\u00a0",
  "API key: ats-1234",
  "x-api-key: ats-1234",
  "Token ats-1234",
  "STARDEX_API_KEY=ats-1234",
  "My key is ats-1234.",
  "'ats-1234',",
  "ats-1234;",
  "<ats-1234>",
  "curl -H 'Authorization: Bearer ats-1234'",
])("the key in %j", (pasted) => expect(readApiKey(pasted)).toBe("ats-1234"));

test.each(["", "  ", "Bearer ", '""', "two words", "ключ", "ats-1234\nats-5678"])("no key in %j", (pasted) =>
  expect(readApiKey(pasted)).toBeNull(),
);

test.each(["ats-12+34/56==", "ats-12:34", "eyJhbGciOi.eyJzdWIiOi.c2ln", "token;with:marks"])(
  "%j is left as it is",
  (key) => expect(readApiKey(key)).toBe(key),
);

test("a key that begins with another word's letters is left as it is", () => {
  expect(readApiKey("bearerToken-1")).toBe("bearerToken-1");
});
