import { expect, test } from "vitest";
import { isSameContact } from "./contact-values.ts";

test("two spellings of one address or number are one", () => {
  expect(isSameContact(" A@b.test", "a@B.test ")).toBe(true);
  expect(isSameContact("+44 (20) 12-34", "+44201234")).toBe(true);
  expect(isSameContact("+44201234", "44201234")).toBe(false);
  expect(isSameContact("a@b.test", "a@b.tests")).toBe(false);
  expect(isSameContact("ask reception", "front desk")).toBe(false);
});
