import { expect, test } from "vitest";
import { cleanText, isMasked } from "./text.ts";

test("invisible marks go, emoji and Persian spelling stay", () => {
  expect(cleanText("Seyu\u200b \u00a0\u202f Ltd\u200f ")).toBe("Seyu Ltd");
  expect(cleanText("Dev👨‍💻")).toBe("Dev👨‍💻");
  expect(cleanText("می\u200cخواهم")).toBe("می\u200cخواهم");
  expect(cleanText("Ja\u200cne D\u200doe")).toBe("Jane Doe");
});

test("masked values are none", () => {
  for (const text of ["*****", "*** ****", "...", "· ·", "J*** D**"]) expect(isMasked(text)).toBe(true);
  for (const text of ["E*Trade", "李", "A"]) expect(isMasked(text)).toBe(false);
});
