import { describe, expect, it } from "vitest";
import { fillSnippet, firstNameOf, snippetSchema, unknownPlaceholders } from "./snippets.ts";

const values = { first_name: "Ida", job: "CFO Nordics", client: "Brevik AS" };

describe("fillSnippet", () => {
  it("fills every placeholder, also one that stands twice", () => {
    const { text, missing } = fillSnippet("Dear {first_name}, {job} at { client }. {first_name}!", values);
    expect(text).toBe("Dear Ida, CFO Nordics at Brevik AS. Ida!");
    expect(missing).toEqual([]);
  });

  it("leaves no brace of a placeholder without a value, and names it", () => {
    const { text, missing } = fillSnippet("Dear {first_name}, about {job} at {client}:", {
      ...values,
      job: null,
      client: null,
    });
    expect(text).toBe("Dear Ida, about at:");
    expect(missing).toEqual(["job", "client"]);
  });

  it("takes a value literally", () => {
    expect(fillSnippet("{job}", { ...values, job: "$& {client}" }).text).toBe("$& {client}");
  });
});

describe("unknownPlaceholders", () => {
  it.each([
    ["Dear {first_name}", []],
    ["Dear {firstname}, {salary}, {salary}", ["{firstname}", "{salary}"]],
    ["Dear {first_name", ["{"]],
    ["{}", ["{}"]],
    ["no braces", []],
  ])("in %j: %j", (text, unknown) => {
    expect(unknownPlaceholders(text)).toEqual(unknown);
  });
});

describe("firstNameOf", () => {
  it.each([
    [{ firstName: "Ida", name: "Ida Norlund" }, "Ida"],
    [{ firstName: " ", name: " Ida  Norlund" }, "Ida"],
    [{ firstName: null, name: null }, null],
  ])("of %j: %j", (person, name) => {
    expect(firstNameOf(person)).toBe(name);
  });
});

it("a snippet without a name or a text is none", () => {
  expect(snippetSchema.safeParse({ name: " ", text: "x" }).success).toBe(false);
  expect(snippetSchema.safeParse({ name: "Intro", text: "" }).success).toBe(false);
});
