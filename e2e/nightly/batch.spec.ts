import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask } from "../browser/ask.ts";
import { launch } from "../browser/launch.ts";
import { draftOf, placed } from "../browser/saves.ts";
import { expect, test } from "../browser/test.ts";
import { words } from "../browser/words.ts";

const ROWS = 300;

test.use({ sandboxOptions: { rateLimit: { limit: 1_000_000 } } });

test("300 rows through limits, lost answers, killed workers and a restart: each once, on job and list once, with its tag", async ({
  sandbox,
}) => {
  test.setTimeout(8 * 60_000);
  const profileDir = await mkdtemp(join(tmpdir(), "stardex-batch-"));
  let app = await launch({ sandbox, profileDir });
  await app.connect();
  let page = await app.openOptions("many");
  const [job] = sandbox.store.jobs.filter((one) => !one.is_archived);
  if (!job) throw new Error("No job is seeded");
  const jobs = [placed(job)];
  const slugs = Array.from({ length: ROWS }, (_, n) => `batch-row-${n}`);
  const [list] = sandbox.store.lists;
  const tags = sandbox.store.customFields.find(({ name }) => name === "Tags");
  const [tag] = tags?.tags ?? [];
  if (!list || !tags || !tag) throw new Error("No list or tag is seeded");
  const before = list.person_ids.length;
  const tagged = {
    kind: "add_options" as const,
    fieldId: tags.id,
    fieldName: tags.name,
    options: [{ id: tag.id, name: tag.name }],
  };
  const chosen = { jobs, list: { id: list.id, name: list.name }, fields: [tagged], accepted: [] };
  const drafts = slugs.map((slug) => draftOf(slug, chosen));
  const limited = { kind: "status", status: 429, envelope: "A", headers: { "retry-after": "1" } } as const;
  for (let n = 0; n < 8; n++) {
    const path = "/v1/persons";
    sandbox.faults.add({ path, after: n * 4 + 5, fault: limited });
    sandbox.faults.add({ path, after: n * 4 + 9, fault: { kind: "drop_after_storing" } });
  }
  const answer = await ask(page, "batch.start", { name: job.name, workspace: null, drafts });
  expect(answer.ok).toBe(true);

  const sent = () => sandbox.log.of("POST", "/v1/persons").length;
  for (const at of [20, 60, 110, 200]) {
    await expect.poll(sent, { timeout: 120_000 }).toBeGreaterThan(at);
    if (at === 110) {
      await app.killBrowser();
      app = await launch({ sandbox, profileDir });
      page = await app.openOptions("many");
    } else await app.killWorker();
  }
  await expect(page.locator("#batches").getByText(words("batch_finished"))).toBeVisible({
    timeout: 5 * 60_000,
  });

  const people = sandbox.store.persons.filter(({ linkedin_public_id: id }) => id?.startsWith("batch-row-"));
  expect(people.map(({ linkedin_public_id: id }) => id).sort()).toEqual([...slugs].sort());
  const ids = new Set(people.map(({ id }) => id));
  const onJob = sandbox.store.candidates.filter((one) => one.job_id === job.id && ids.has(one.person_id));
  expect(onJob).toHaveLength(ROWS);
  const onList = list.person_ids.slice(before);
  expect([...onList].sort()).toEqual([...ids].sort());
  const written = sandbox.log.entries.filter(
    ({ method, path, status }) => method === "PATCH" && path.startsWith("/v1/persons/") && status === 200,
  );
  expect(new Set(written.map(({ path }) => path)).size).toBe(ROWS);
  const refused = sandbox.log.entries.filter(({ status }) => status === 429).length;
  // A worker that is killed never hears of some.
  expect(refused).toBeGreaterThanOrEqual(5);
  test.info().annotations.push({
    type: "figures",
    description: `${people.length} people, ${onJob.length} on the job, ${onList.length} on the list; ${refused} answers 429, ${sandbox.log.entries.length} calls`,
  });
  await app.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
});
