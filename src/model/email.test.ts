import fc from "fast-check";
import { expect, test } from "vitest";
import { isEmail } from "./email.ts";

test.each([
  "mara@mail.example",
  "mara.lindqvist+jobs@sub.mail.example",
  "o&leary@x.example",
  "o'brien@x.example",
  "jane.@docomo.ne.jp",
  "jane..doe@docomo.ne.jp",
  "amadou@exämple.example",
  "müller@exämple.example",
  "mara@xn--exmple-cua.example",
  "mara@例え.テスト",
  "mara@mail.xn--p1ai",
  "m@x.io",
  "a_b-c@x-y.example",
])("%s is an address", (text) => expect(isEmail(text)).toBe(true));

test.each([
  "",
  "mara",
  "mara@",
  "@mail.example",
  "mara@mail",
  "mara@mail.",
  "mara@mail.e",
  "mara@mail.123",
  "mara@-mail.example",
  "mara@mail-.example",
  "mara@mail..example",
  ".mara@mail.example",
  "...@mail.example",
  "mara@@mail.example",
  "a@b@mail.example",
  "mara lindqvist@mail.example",
  "mara@mail.example, jane@mail.example",
  "<mara@mail.example>",
  "mara@mail.example.",
  "mailto:mara@mail.example",
  "mara@127.0.0.1",
  `${"m".repeat(65)}@mail.example`,
  `mara@${"m".repeat(64)}.example`,
])("%s is none", (text) => expect(isEmail(text)).toBe(false));

test("addresses by the standard are addresses, where a letter or digit stands before the @", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      fc.pre(/^[^@]*[a-z0-9]/i.test(text.split("@", 1)[0] ?? ""));
      expect(isEmail(text)).toBe(true);
    }),
  );
});

// With a pattern that goes back over the text these would not end.
test("a long text is decided on", () => {
  for (const text of ["a".repeat(1e6), "@".repeat(1e6), `a@${".".repeat(250)}`, `a@${"a-".repeat(120)}`])
    expect(isEmail(text)).toBe(false);
});
