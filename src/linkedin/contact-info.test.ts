import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { readContactInfo } from "./contact-info.ts";

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
    phones: [{ kind: "mobile", value: "+1 555 0100" }],
    sites: ["https://jane.example"],
    linkedIds: ["jane-doe"],
  });
});
