import { expect, test } from "vitest";
import { titleFromHeadline } from "./headline.ts";

test.each([
  ["CEO at Seyu", "Seyu", "CEO"],
  ["CEO @Seyu", "Seyu", "CEO"],
  ["Lead at AWS", "Amazon Web Services (AWS)", "Lead"],
  ["Founder - at Acme", "Acme", "Founder"],
  ["Engineer @ Acme | Speaker", "Acme", "Engineer"],
  ["Leiterin bei Nordlicht GmbH", "Nordlicht GmbH", "Leiterin"],
  ["Przedstawiciel w Bosch", "Bosch", "Przedstawiciel"],
  ["Consultant at Izanau", "Meyvn", null],
  ["Building the future", "Acme", null],
  ["Head of Art at Scale at Acme", "Acme", "Head of Art at Scale"],
])("%s (%s) -> %s", (headline, company, title) => expect(titleFromHeadline(headline, company)).toBe(title));
