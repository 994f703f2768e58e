import { describe, expect, it } from "vitest";
import type { CustomField } from "../../model/custom-field.ts";
import {
  type FieldInput,
  fieldProblems,
  fieldsInForm,
  fieldWrites,
  inputOf,
  withInput,
} from "./field-inputs.ts";

const shipping = { id: "o1", name: "Shipping" };

function field(name: string, kind: CustomField["kind"]): CustomField {
  return { id: name.toLowerCase(), name, kind, jobId: null, options: [] };
}

const tags = field("Tags", "multi");
const years = field("Years", "integer");
const notice = field("Notice", "text");
const fields = [years, notice, tags];

function input(part: Partial<FieldInput> & Pick<FieldInput, "kind" | "name">): FieldInput {
  return { text: "", options: [], ...part };
}

describe("fieldWrites", () => {
  it("writes options by id, one or several, and a number as the API reads it", () => {
    const inputs = {
      tags: input({ name: "Tags", kind: "multi", options: [shipping] }),
      level: input({ name: "Level", kind: "single", options: [shipping] }),
      pay: input({ name: "Pay", kind: "number", text: " 1,5 " }),
    };
    expect(fieldWrites(inputs)).toEqual([
      { kind: "add_options", fieldId: "tags", fieldName: "Tags", options: [shipping] },
      { kind: "option", fieldId: "level", fieldName: "Level", option: shipping },
      { kind: "value", fieldId: "pay", fieldName: "Pay", value: "1.5" },
    ]);
  });

  it("never writes an emptied field", () => {
    const filled = withInput({}, "years", input({ name: "Years", kind: "integer", text: "3" }));
    const emptied = withInput(filled, "years", input({ name: "Years", kind: "integer", text: " " }));
    expect(fieldWrites(emptied)).toEqual([]);
    expect(emptied).toEqual({});
  });
});

describe("fieldProblems", () => {
  it("asks for what the firm requires, in any case of its name", () => {
    expect(fieldProblems({}, fields, ["notice ", "Gone"])).toEqual([
      { fieldId: "notice", name: "Notice", error: "required" },
    ]);
  });

  it("names what cannot be sent, also where its definition is not there any more", () => {
    const inputs = { years: input({ name: "Years", kind: "integer", text: "three" }) };
    expect(fieldProblems(inputs, [], [])).toEqual([
      { fieldId: "years", name: "Years", error: "not_an_integer" },
    ]);
  });
});

describe("fieldsInForm", () => {
  it("shows tags alone until something is pinned or filled", () => {
    const shown = (inputs = {}, byUser: string[] = [], byFirm: string[] = []) =>
      fieldsInForm(fields, inputs, { byUser, byFirm }).map(({ name }) => name);
    expect(shown()).toEqual(["Tags"]);
    expect(shown({}, ["years"])).toEqual(["Tags", "Years"]);
    expect(shown({}, [], ["NOTICE"])).toEqual(["Tags", "Notice"]);
    expect(shown({ years: inputOf(years, {}) })).toEqual(["Tags", "Years"]);
  });
});
