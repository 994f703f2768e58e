import { expect, test } from "vitest";
import { formParts } from "../../settings/settings-schema.ts";
import type { FormErrors } from "./form-errors.ts";
import { holdsMore, shownParts, showsMore } from "./form-parts.ts";
import type { FormKey, FormValues } from "./form-values.ts";
import { emptyForm, nameParts } from "./initial-form.ts";

const { values: blank } = emptyForm("https://www.linkedin.com/in/ada");
const ada: FormValues = { ...blank, name: "Ada Lovelace", ...nameParts("Ada Lovelace") };

const content = (values: Partial<FormValues> = {}, edited: FormKey[] = [], errors: FormErrors = {}) => ({
  values: { ...ada, ...values },
  edited: new Set(edited),
  errors,
});
const shownOf = (...args: Parameters<typeof content>) => [...shownParts(formParts, content(...args))];

test("nothing hidden: everything is shown, More with it", () => {
  const shown = shownParts([], content());
  expect([...shown]).toEqual(formParts);
  expect(showsMore(shown)).toBe(true);
});

test("all hidden and empty: nothing is shown, and no More; the switch alone is not behind More", () => {
  expect(shownOf()).toEqual([]);
  expect(showsMore(shownParts(formParts, content()))).toBe(false);
  expect(showsMore(shownParts(formParts, content({ role: "both" })))).toBe(false);
});

test.each<[string, Partial<FormValues>]>([
  ["role", { role: "client_contact" }],
  ["note", { note: "Met in Oslo" }],
  ["task", { taskDue: "2027-03-01" }],
  ["list", { list: { id: "l", name: "Bench" } }],
  ["workEmail", { workEmail: "ada@engine.example" }],
  ["personalEmail", { personalEmail: "ada@home.example" }],
  ["emails", { emails: "ada@engine.example" }],
  ["phones", { mobilePhone: "2" }],
  ["phones", { phoneNumbers: "3" }],
  ["nameParts", { firstName: "Augusta" }],
  ["externalId", { externalSourceId: "HR-1042" }],
])("hidden, but it holds something that would be sent: %s is shown, and nothing else", (part, values) => {
  expect(shownOf(values)).toEqual([part]);
  expect(holdsMore(content(values))).toBe(part !== "role");
});

test("what was edited stays, emptied too; what has to be mended is shown", () => {
  expect(shownOf({}, ["note"])).toEqual(["note"]);
  expect(shownOf({}, ["role", "firstName"])).toEqual(["role", "nameParts"]);
  expect(shownOf({}, [], { externalSourceId: ["error_refused"] })).toEqual(["externalId"]);
});

test("the parts of a name alone are nothing to open More for, unless they were typed", () => {
  expect(ada.firstName).toBe("Ada");
  expect(holdsMore(content())).toBe(false);
  expect(holdsMore(content({ note: " " }))).toBe(false);
  expect(holdsMore(content({}, ["firstName"]))).toBe(true);
  expect(holdsMore(content({}, ["name", "role", "jobs"]))).toBe(false);
});
