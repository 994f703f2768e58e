import { expect, test } from "vitest";
import type { Doubt } from "../../model/save.ts";
import { openDoubt } from "./doubts.ts";

const none: Doubt[] = [];
const all: Doubt[] = ["client_company", "do_not_contact", "possible_match"];

test("without a finding there is nothing to ask", () => {
  expect(openDoubt(none, [], null)).toBeNull();
  expect(openDoubt(none, [], { kind: "offline" })).toBeNull();
});

test("one question at a time: who it is, then whether the firm may", () => {
  expect(openDoubt(all, [], null)).toBe("possible_match");
  expect(openDoubt(all, ["possible_match"], null)).toBe("do_not_contact");
  expect(openDoubt(all, ["possible_match", "do_not_contact"], null)).toBe("client_company");
  expect(openDoubt(all, ["possible_match", "do_not_contact", "client_company"], null)).toBeNull();
});

test.each(["possible_match", "do_not_contact", "client_company", "not_checked"] as const)(
  "what the worker holds a save back for is asked about, until it is accepted: %s",
  (kind) => {
    expect(openDoubt(none, [], { kind })).toBe(kind);
    expect(openDoubt(none, [kind], { kind })).toBeNull();
  },
);

test("what the organization forbids is asked about like the mark it is about", () => {
  expect(openDoubt(none, [], { kind: "blocked_by_policy" })).toBe("do_not_contact");
});
