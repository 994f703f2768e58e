import { expect, test } from "vitest";
import { titleFromHeadline, titlesInHeadline } from "./headline.ts";

test.each([
  ["CEO at Seyu", "'Seyu - Together for victory!'", "CEO"],
  [
    "Terenowy przedstawiciel handlowy w Bosch Home Comfort Group",
    "Bosch Home Comfort Group",
    "Terenowy przedstawiciel handlowy",
  ],
  ["Job Consultant at IZANAU | Japanese", "MEYVN", null],
  ["Lead - TA @Amazon Web Services", "Amazon Web Services (AWS)", "Lead - TA"],
  ["Director at Mercari, Japan", "Mercari, Inc.", "Director"],
  ["Growth | CEO at Acme", "Acme", null],
  ["Former CEO at Acme", "Acme", null],
  ["Ex-CEO at Acme", "Acme", null],
  ["Previously CTO at Acme", "Acme", null],
  ["Aspiring CTO at Acme", "Acme", null],
  ["No longer at Acme", "Acme", null],
  ["10+ years at Acme", "Acme", null],
  ["Leading teams at Acme", "Acme", null],
  ["Life at Acme", "Acme", null],
  ["CTO (former) at Acme", "Acme", null],
  ["CTO, ex Kestrel at Acme", "Acme", null],
  ["Board Member at Kestrel and CTO at Acme", "Acme", null],
  ["Chair @Kestrel, CEO @Acme", "Acme", null],
  ["CTO at Acme Foundation", "Acme", null],
  ["CTO at Acme Foundation", "Acme Foundation", "CTO"],
  ["CTO at Acme, ex-Kestrel", "Acme", "CTO"],
  ["CTO at Acme (until 2023)", "Acme", null],
  ["CTO bei Acme bis Ende 2025", "Acme", null],
  ["Was CTO at Acme", "Acme", null],
  ["Vormals CTO bei Acme", "Acme", null],
  ["Byla CTO v Acme", "Acme", null],
  ["Works at Acme", "Acme", null],
  ["Studied at Acme", "Acme", null],
  ["Recruiting at Acme", "Acme", null],
  ["Opinions my own. CTO at Acme", "Acme", null],
  ["Works Manager at Acme", "Acme", "Works Manager"],
  ["Graduate Engineer at Acme", "Acme", "Graduate Engineer"],
  ["Recruiting Manager at Acme", "Acme", "Recruiting Manager"],
  ["CTO at Acme, open to board roles", "Acme", "CTO"],
  ["CTO at Acme (on parental leave)", "Acme", "CTO"],
  ["Working Student at Acme", "Acme", "Working Student"],
  ["Export Manager at Acme", "Acme", "Export Manager"],
  ["Managing Director at Acme", "Acme", "Managing Director"],
])("%s with %s gives %s", (headline, company, title) => {
  expect(titleFromHeadline(headline, company)).toBe(title);
});

test.each([
  ["Head of Supply Chain at Brightwater Foods | Building calm operations", ["Head of Supply Chain"]],
  ["INSEAD MBA Candidate 25D", ["INSEAD MBA Candidate 25D"]],
  ["Helping founders sleep | COO @ Acme", ["COO"]],
  ["🚀 CTO | Advisor at Kestrel | Go", ["CTO", "Advisor"]],
  ["Open to work", []],
  ["Let's connect", []],
  ["Ich helfe Unternehmen | CFO bei Acme", ["CFO"]],
  ["LinkedIn Top Voice | CEO @ Acme", ["CEO"]],
  ["MBA | CFO at Acme", ["CFO"]],
  ["On a planned break | ex supply chain", []],
  ["CFO looking for a new role", []],
  ["CFO open to new opportunities | COO at Acme", ["COO"]],
  ["CFO a.D.", []],
  ["CFO im Ruhestand", []],
  ["Professor emeritus", []],
  ["Бывший финансовый директор", []],
  ["On maternity leave", []],
  ["CPA, MBA", []],
  ["At Acme", []],
  ["CFO, MBA", ["CFO, MBA"]],
  ["Open Source Lead", ["Open Source Lead"]],
  ["--", []],
  ["", []],
  ["Auf der Suche nach Neuem | Einkaufsleiterin bei Acme", ["Einkaufsleiterin"]],
])("of %s the titles are %j", (headline, titles) => {
  expect(titlesInHeadline(headline).map(({ title }) => title)).toEqual(titles);
});

test("a suggestion names the employer that the headline names", () => {
  expect(titlesInHeadline("Job Consultant at IZANAU | Japanese")).toEqual([
    { title: "Job Consultant", companyName: "IZANAU" },
  ]);
});

test.each([
  ["VP Sales at Stripe, ex-Google", "Stripe"],
  ["VP Sales at Stripe (formerly Google)", "Stripe"],
  ["CEO at Acme - Building the future of food", "Acme"],
  ["CFO at Acme; Board Member", "Acme"],
  ["CFO at Acme / Non-Executive Director at Beta", "Acme"],
  ["CFO at Acme, MBA", "Acme"],
  ["Founder & CEO at Acme 🚀", "Acme"],
  ["Head of People at Acme and Advisor at Beta", "Acme"],
  ["Geschäftsführer bei Acme GmbH, Aufsichtsrat bei Beta AG", "Acme GmbH"],
  ["Director at Acme, Inc.", "Acme, Inc."],
  ["Partner at McKinsey & Company", "McKinsey & Company"],
  ["Engineer at Smith and Sons", "Smith and Sons"],
  ["Engineer at Acme (YC W21)", "Acme (YC W21)"],
  ["Buyer at Jean-Luc Fils", "Jean-Luc Fils"],
])("%s names the employer %s", (headline, companyName) =>
  expect(titlesInHeadline(headline)[0]).toMatchObject({ companyName }),
);

// With a pattern that goes back over the text these would not end.
test("a long text comes to its end", () => {
  const long = `xx${" at a".repeat(400)}`;
  expect(titleFromHeadline(long, long)).toBeNull();
  expect(titlesInHeadline(long)).toHaveLength(1);
  expect(titleFromHeadline(`${"x ".repeat(1000)}at ${" ".repeat(1000)}`, "x ".repeat(1000))).toBeNull();
});
