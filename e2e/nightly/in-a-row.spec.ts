/** A researcher's afternoon: twenty profiles, each one click and one key. */
import { saveInARow } from "../browser/in-a-row.ts";
import { test } from "../browser/test.ts";

test.use({ sandboxOptions: { rateLimit: { limit: 100_000 } } });

test("twenty profiles in a row: one click and one key each, no value lost, each person once on the job", async ({
  connectedApp,
  sandbox,
}) => {
  test.setTimeout(300_000);
  await saveInARow(connectedApp, sandbox, 20);
});
