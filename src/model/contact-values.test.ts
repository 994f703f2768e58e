import { expect, test } from "vitest";
import { isSameContact } from "./contact-values.ts";

test.each([
  [" A@b.test", "a@B.test "],
  ["+44 (20) 12-34", "+44201234"],
  ["+49 (0)170 1234567", "+49 170 1234567"],
  ["+49(0)170/1234567", "+49 170 1234567"],
  ["0049 170 1234567", "+49 170 1234567"],
  ["0049 (0) 170 1234567", "+49 170 1234567"],
  ["+1 555 010 0199, ext. 12", "+1 (555) 010-0199 x12"],
  ["+1 555 010 0199 #12", "+1 555 010 0199 ext 12"],
  ["front desk", " front desk"],
])("%j and %j are one", (a, b) => expect(isSameContact(a, b)).toBe(true));

test.each([
  // Without its country a number can be another country's.
  ["+44201234", "44201234"],
  ["+44 20 7946 0958", "020 7946 0958"],
  ["+1 555 010 0199 ext. 12", "+1 555 010 0199"],
  ["+1 555 010 0199 ext. 1", "+1 555 010 01991"],
  ["a@b.test", "a@b.tests"],
  ["ask reception", "front desk"],
  ["(0)20 7946 0958", "20 7946 0958"],
])("%j and %j are two", (a, b) => expect(isSameContact(a, b)).toBe(false));
