import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readContactInfo } from "./contact-info.ts";
import { kindOf } from "./text/phone-kind.ts";

test("rows by icon; a birthday is no phone number; nothing from outside the overlay", () => {
  const { document } = new JSDOM(`<a href="mailto:other@example.org">x</a>
    <div data-sdui-screen="x.ProfileContactDetailsOverlay">
      <div><svg id="linkedin-bug-medium"></svg><p><a href="https://www.linkedin.com/in/jane-doe/">x</a></p></div>
      <div><svg id="phone-handset-small"></svg><p>Phone</p><p><span>+1 555 0100</span><span> </span>(mobile)</p></div>
      <div><svg id="envelope-medium"></svg><p><a href="mailto:jane@example.org">jane@example.org</a></p></div>
      <div><svg id="link-medium"></svg><p><a href="https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fjane.example">x</a></p></div>
      <div><svg id="calendar-medium"></svg><p>1990-04-24</p></div>
    </div>`).window;
  expect(readContactInfo(document)).toEqual({
    emails: ["jane@example.org"],
    phones: [{ label: "mobile", value: "+1 555 0100" }],
    sites: ["https://jane.example"],
    linkedIds: ["jane-doe"],
  });
});

function overlay(rows: string): Document {
  return new JSDOM(`<div data-sdui-screen="x.ProfileContactDetailsOverlay">${rows}</div>`).window.document;
}

const phoneRow = (...texts: string[]) =>
  `<div><svg id="phone-handset-small"></svg><p>Phone</p>${texts.map((text) => `<p>${text}</p>`).join("")}</div>`;

const phonesIn = (...texts: string[]) =>
  readContactInfo(overlay(phoneRow(...texts)))?.phones.map(({ label, value }) => ({
    kind: kindOf(label),
    value,
  }));

test.each([
  ["+1 555 010 0199, ext. 12", ["+1 555 010 0199, ext. 12"]],
  ["+1 555 010 0199 x12 (Work)", ["+1 555 010 0199 x12"]],
  ["+1 555 010 0199 / +1 555 010 0100", ["+1 555 010 0199", "+1 555 010 0100"]],
  ["+1 555 010 0199, +1 555 010 0100 ext. 7", ["+1 555 010 0199", "+1 555 010 0100 ext. 7"]],
  ["+1 555 010 0199 or +1 555 010 0100", ["+1 555 010 0199", "+1 555 010 0100"]],
  ["+1 555 010 0199 - +1 555 010 0100", ["+1 555 010 0199", "+1 555 010 0100"]],
  ["Tel.: +1 555 010 0199 / Mob: +1 555 010 0100", ["+1 555 010 0199", "+1 555 010 0100"]],
  ["+1 555 010 0199 (ext. 12)", ["+1 555 010 0199 (ext. 12)"]],
  ["030/1234567", ["030/1234567"]],
  ["+49 30 1234-567", ["+49 30 1234-567"]],
  ["Tel.: +49 30 1234567", ["+49 30 1234567"]],
  ["ext. 12", []],
  ["12345", []],
  ["1234567890123456", []],
])("the row %s has %j", (text, numbers) => {
  expect(phonesIn(text)?.map(({ value }) => value)).toEqual(numbers);
});

test.each([
  ["Mobiel", "mobile"],
  ["Handy", "mobile"],
  ["Móvil", "mobile"],
  ["Telemóvel", "mobile"],
  ["Komórka", "mobile"],
  ["携帯電話", "mobile"],
  ["Bureau", "work"],
  ["Geschäftlich", "work"],
  ["Kantoor", "work"],
  ["Służbowy", "work"],
  ["勤務先", "work"],
  ["Domicile", "home"],
  ["Thuis", "home"],
  ["Dom", "home"],
  ["自宅", "home"],
  ["Fax", "other"],
])("%s is %s", (label, kind) => {
  expect(phonesIn(`+1 555 0100 (${label})`)).toEqual([{ kind, value: "+1 555 0100" }]);
  expect(phonesIn("+1 555 0100", label)).toEqual([{ kind, value: "+1 555 0100" }]);
});

test("one number in two spellings is one", () => {
  expect(phonesIn("+49 (0)170 1234567", "+49 170 1234567")).toEqual([
    { kind: "other", value: "+49 (0)170 1234567" },
  ]);
});

test("addresses are decoded, and what is none is not given", () => {
  const mail = (address: string) => `<a href="mailto:${address}">x</a>`;
  const emails = readContactInfo(
    overlay(
      mail("jane%2Bjobs@x.example?subject=Hi") +
        mail("amadou@ex%C3%A4mple.example") +
        mail("o&amp;leary@x.example") +
        mail("nobody") +
        mail("%E0%A4%A@x.example"),
    ),
  )?.emails;
  expect(emails).toEqual(["jane+jobs@x.example", "amadou@exämple.example", "o&leary@x.example"]);
});
