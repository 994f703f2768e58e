import { describe, expect, it } from "vitest";
import {
  type FieldWrite,
  fieldError,
  holdsWrites,
  isTagsField,
  shownFields,
  writtenValue,
} from "./custom-field.ts";

const options = [{ id: "o1", name: "Shipping", color: "#aabbcc" }];

function definition(dataType: string, name = dataType) {
  return { id: `f-${name}`, name, dataType, jobId: null, options: [] as typeof options };
}

describe("shownFields", () => {
  it("shows what can be written, with options of ids and names alone", () => {
    const fields = shownFields([
      { ...definition("multi-select", "Tags"), options },
      { ...definition("single-select"), options },
      definition("text"),
      definition("integer"),
      definition("number"),
      definition("date"),
    ]);
    expect(fields.map(({ kind }) => kind)).toEqual(["multi", "single", "text", "integer", "number", "date"]);
    expect(fields[0]).toEqual({
      id: "f-Tags",
      name: "Tags",
      kind: "multi",
      jobId: null,
      options: [{ id: "o1", name: "Shipping" }],
    });
    expect(fields.filter(isTagsField).map(({ name }) => name)).toEqual(["Tags"]);
  });

  it.each(["multi-team-member", "currency", "file", "constructor", ""])("does not show a %j", (type) => {
    expect(shownFields([definition(type)])).toEqual([]);
  });

  it("does not show a select from which nothing can be chosen", () => {
    expect(shownFields([definition("single-select"), definition("multi-select")])).toEqual([]);
  });
});

describe("holdsWrites", () => {
  const writes: FieldWrite[] = [
    { kind: "add_options", fieldId: "tags", fieldName: "Tags", options: [{ id: "o1", name: "Shipping" }] },
    { kind: "option", fieldId: "seniority", fieldName: "Seniority", option: { id: "s2", name: "C-level" } },
    { kind: "value", fieldId: "years", fieldName: "Years", value: "3" },
    { kind: "value", fieldId: "from", fieldName: "From", value: "2026-11-26" },
  ];

  it("takes options back by id or by name, numbers and dates as they mean", () => {
    const values = new Map([
      ["tags", new Set(["o9", "o1"])],
      ["seniority", new Set(["C-level"])],
      ["years", new Set(["3.0"])],
      ["from", new Set(["2026-11-26T00:00:00Z"])],
    ]);
    expect(holdsWrites(values, writes)).toBe(true);
  });

  it("misses one that is not there", () => {
    expect(holdsWrites(new Map([["tags", new Set(["o9"])]]), writes)).toBe(false);
    expect(holdsWrites(new Map(), writes)).toBe(false);
  });
});

describe("what was typed into a field", () => {
  it.each([
    ["integer", "12", null],
    ["integer", "1.5", "not_an_integer"],
    ["number", "1,5", null],
    ["number", "1.5", null],
    ["number", "a lot", "not_a_number"],
    ["number", "1e999", "not_a_number"],
    ["date", "2026-02-28", null],
    ["date", "2026-02-31", "not_a_date"],
    ["date", "0026-02-28", "not_a_date"],
    ["text", "anything", null],
    ["integer", " ", null],
  ] as const)("%s %j: %j", (kind, typed, error) => {
    expect(fieldError(kind, typed)).toBe(error);
  });

  it("is sent as the API reads it", () => {
    expect(writtenValue("number", " +1,5 ")).toBe("1.5");
    expect(writtenValue("text", " a, b ")).toBe("a, b");
  });
});
