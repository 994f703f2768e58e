import { formOf, savedIn, saying } from "../../browser/form.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Fault } from "../../sandbox/faults.ts";

const URL = "https://www.linkedin.com/in/mara-lindqvist-5b81/";

interface ErrorCase {
  name: string;
  fault: Fault;
  says: Parameters<typeof words>[0];
}

/** One of each way a call can fail. Every status and shape: src/stardex/client.test.ts. */
const CASES: ErrorCase[] = [
  { name: "a refusal", fault: { kind: "status", status: 400, envelope: "B" }, says: "problem_invalid" },
  { name: "HTML of a portal", fault: { kind: "html", status: 200 }, says: "problem_unreadable" },
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
  sandbox.faults.add({ path: "/v1/persons", fault: { kind: "status", status: 400, envelope: "A", message } });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(URL));
  const form = formOf(popup);
  await form.save.click();
  await expect(popup.getByRole("alert").filter({ hasText: message })).toBeVisible();
  await form.company.fill("Brightwater");
  await popup.getByRole("button", { name: words("save_again") }).click();
  await expect(savedIn(popup)).toBeVisible();
  expect(sandbox.store.personByUrl(URL)?.current_company_name).toBe("Brightwater");
  expect(sandbox.store.persons.filter(({ name }) => name === "Mara Lindqvist")).toHaveLength(1);
});
