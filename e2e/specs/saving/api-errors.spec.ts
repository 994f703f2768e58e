import { formOf, saying } from "../../browser/form.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Fault } from "../../sandbox/faults.ts";

const URL = "https://www.linkedin.com/in/mara-lindqvist-5b81/";

const status = (code: number, envelope: "A" | "B", more: Partial<Extract<Fault, { kind: "status" }>> = {}) =>
  ({ kind: "status", status: code, envelope, ...more }) satisfies Fault;

interface ErrorCase {
  name: string;
  fault: Fault;
  says: Parameters<typeof words>[0];
}

const CASES: ErrorCase[] = [
  { name: "400 in shape A", fault: status(400, "A"), says: "problem_invalid" },
  { name: "400 in shape B", fault: status(400, "B"), says: "problem_invalid" },
  { name: "401", fault: status(401, "A"), says: "problem_unauthorised" },
  { name: "403", fault: status(403, "B"), says: "problem_forbidden" },
  { name: "404", fault: status(404, "B"), says: "problem_not_found" },
  {
    name: "429",
    fault: status(429, "A", { code: "RATE_LIMIT_EXCEEDED", headers: { "retry-after": "40" } }),
    says: "problem_rate_limited",
  },
  { name: "500 in shape A", fault: status(500, "A"), says: "problem_server" },
  { name: "500 in shape B", fault: status(500, "B"), says: "problem_server" },
  { name: "HTML of a proxy, 502", fault: { kind: "html", status: 502 }, says: "problem_server" },
  { name: "HTML of a portal, 200", fault: { kind: "html", status: 200 }, says: "problem_unreadable" },
  { name: "a broken connection", fault: { kind: "drop_before_storing" }, says: "problem_offline" },
];

for (const { name, fault, says } of CASES) {
  test(`${name}: "${words(says)}", and what was typed stays`, async ({ connectedApp, sandbox }) => {
    // Look-ups meet it as well, so that nothing heals while the test looks.
    sandbox.faults.add({ path: /^\/v1\/persons/, times: Number.POSITIVE_INFINITY, fault });
    const popup = await connectedApp.clickToolbar(await connectedApp.visit(URL));
    const form = formOf(popup);
    await form.location.fill("Malmö");
    await form.save.click();
    await expect(saying(popup, says)).toBeVisible();
    await expect(form.name).toHaveValue("Mara Lindqvist");
    await expect(form.location).toHaveValue("Malmö");
    expect(sandbox.store.personByUrl(URL)).toBeUndefined();
  });
}

test("what Stardex refuses can be mended and saved again", async ({ connectedApp, sandbox }) => {
  const message = "body/company_name is not a company";
  sandbox.faults.add({ path: "/v1/persons", fault: status(400, "A", { message }) });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(URL));
  const form = formOf(popup);
  await form.save.click();
  await expect(popup.getByRole("alert").filter({ hasText: message })).toBeVisible();
  await form.company.fill("Brightwater");
  await popup.getByRole("button", { name: words("save_again") }).click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(sandbox.store.personByUrl(URL)?.current_company_name).toBe("Brightwater");
  expect(sandbox.store.persons.filter(({ name }) => name === "Mara Lindqvist")).toHaveLength(1);
});
