import { expect, test } from "vitest";
import { cleanName, splitName } from "./name.ts";

test("emoji, badges and invisible marks go; credentials stay", () => {
  expect(cleanName("Ravi Shah 🚀")).toBe("Ravi Shah");
  expect(cleanName("✅ Ann\u200b Lee, MBA 👩🏽‍💻")).toBe("Ann Lee, MBA");
});

test.each([
  ["Jane Doe, PhD, MBA", "Jane", "Doe"],
  ["Dr. Anna van der Berg", "Anna", "van der Berg"],
  ["Piet de Wit", "Piet", "de Wit"],
  ["Anna (Schmidt) Meier", "Anna", "Meier"],
  ["Mary J. Blige", "Mary J.", "Blige"],
  ["Noor El-Sayed", "Noor", "El-Sayed"],
  ["Sarah Smith MBA", "Sarah", "Smith"],
])("%s -> %s, %s", (name, firstName, lastName) => expect(splitName(name)).toEqual({ firstName, lastName }));

test.each(["Madonna", "王小明", "José García López", "Kate D.", "", "Dr. PhD", "Acme 24"])(
  "%s is left whole",
  (name) => expect(splitName(name)).toBeNull(),
);
