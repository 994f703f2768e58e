import { expect, test } from "vitest";
import { hasArrived } from "./has-arrived.ts";
import type { PersonBody } from "./person-body.ts";
import { personRowSchema } from "./schemas.ts";

const body: PersonBody = {
  name: "Zoë Ångström",
  linkedin_url: "https://www.linkedin.com/in/zo%C3%AB",
  enrich_record: true,
  current_job_title: "Partner",
  company_name: "Acme",
};
const row = {
  id: "1",
  name: "Zoë Ångström",
  linkedin_public_id: "zoë",
  current_job_title: "Partner",
  current_company_name: "Acme",
};

test.each([
  ["all of it", row, true],
  ["the public id percent-encoded, in capitals", { ...row, linkedin_public_id: "ZO%C3%AB" }, true],
  ["no public id: found by URL all the same", { ...row, linkedin_public_id: null }, true],
  [
    "the company under its other name",
    { ...row, current_company_name: undefined, company_name: "Acme" },
    true,
  ],
  ["a row without the fields", { id: "1" }, true],
  ["another person", { ...row, linkedin_public_id: "zora" }, false],
  ["the words of an older save", { ...row, current_job_title: "Associate" }, false],
  ["a field that is empty there", { ...row, current_company_name: null }, false],
  ["a public id that cannot be decoded", { ...row, linkedin_public_id: "%zz" }, false],
])("%s", (_what, row, arrived) => {
  expect(hasArrived(personRowSchema.parse(row), body)).toBe(arrived);
});
