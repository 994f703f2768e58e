import { formOf, savedIn } from "../../browser/form.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { isTo } from "../../sandbox/request-log.ts";
import { type Golden, loadGoldens } from "../../tools/golden.ts";

/** One of each layout. What is read from every page: src/linkedin/golden.test.ts. */
const INVENTED = ["sdui-with-experience", "classic", "guest", "interop-visible"];
/** The same, without an employer, without a title, and logged out. */
const REAL = ["sdui-8", "ember-5", "public-1"];

function describeCaptures(title: string, names: string[], goldens: Golden[], whenAbsent: string) {
  test.describe(title, () => {
    for (const name of names) {
      const golden = goldens.find((one) => one.name === name);
      test(name, async ({ connectedApp, sandbox }) => {
        test.skip(golden === undefined, whenAbsent);
        const expected = golden?.answer.expected;
        if (!golden || !expected) throw new Error(`${name} has no golden profile`);
        sandbox.pages.serve(golden.answer.url, golden.html);
        const page = await connectedApp.visit(golden.answer.url);
        const before = await page.content();

        const popup = await connectedApp.clickToolbar(page);
        const form = formOf(popup);
        const values = {
          name: expected.name ?? "",
          current_job_title: expected.current_job_title ?? "",
          company_name: expected.company_name ?? "",
          linkedin_location: expected.linkedin_location ?? "",
        };
        await expect(form.name).toHaveValue(values.name);
        if (golden.answer.or_null.includes("current_job_title")) {
          // A weak hint: the value or nothing, never another value.
          const shown = await form.jobTitle.inputValue();
          expect([values.current_job_title, ""]).toContain(shown);
          values.current_job_title = shown;
        }
        await expect(form.jobTitle).toHaveValue(values.current_job_title);
        await expect(form.company).toHaveValue(values.company_name);
        await expect(form.location).toHaveValue(values.linkedin_location);
        expect(await page.content()).toBe(before);

        await form.save.click();
        const request = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", "/v1/persons"));
        const linkedinUrl = `https://www.linkedin.com/in/${encodeURIComponent(expected.public_id)}`;
        const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
        expect(request.body).toMatchObject({ ...filled, linkedin_url: linkedinUrl, enrich_record: true });
        for (const [field, value] of Object.entries(values))
          if (value === "") expect(request.body).not.toHaveProperty(field);
        await expect(savedIn(popup)).toBeVisible();
        expect(sandbox.store.personByUrl(golden.answer.url)?.name).toBe(values.name);
        expect(sandbox.log.of("POST", "/v1/persons")).toHaveLength(1);
      });
    }
  });
}

describeCaptures("invented pages", INVENTED, loadGoldens("own"), "e2e/linkedin-pages lacks this page");
describeCaptures(
  "real pages",
  REAL,
  loadGoldens("shared"),
  "../shared/pages is not there: no real pages to test on",
);

const URL = "https://www.linkedin.com/in/mara-lindqvist-5b81/";

for (const keys of ["Enter", "Control+Enter"]) {
  test(`what was corrected is sent, with ${keys}`, async ({ connectedApp, sandbox }) => {
    const popup = await connectedApp.clickToolbar(await connectedApp.visit(URL));
    const form = formOf(popup);
    await form.jobTitle.fill("Chief Supply Chain Officer");
    await form.company.fill("");
    await form.company.press(keys);
    const request = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", "/v1/persons"));
    expect(request.body).toMatchObject({ current_job_title: "Chief Supply Chain Officer" });
    expect(request.body).not.toHaveProperty("company_name");
  });
}

test("a blank name is refused at its field, and nothing is sent", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(URL));
  const form = formOf(popup);
  await form.name.fill("  ");
  await form.save.click();
  await expect(popup.getByRole("alert")).toHaveText(words("error_name_blank"));
  await expect(form.name).toHaveAttribute("aria-invalid", "true");
  await expect(form.name).toHoldFocus();
  await form.name.fill("Mara L");
  await form.save.click();
  const request = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", "/v1/persons"));
  expect(request.body).toMatchObject({ name: "Mara L" });
  expect(sandbox.log.of("POST", "/v1/persons")).toHaveLength(1);
});
