/**
 * Whatever the order in which people are saved, from whatever form of their URL, with or without a look-up
 * before, on whatever jobs: Stardex ends with one record each and one candidate entry a job.
 */
import type { Page } from "@playwright/test";
import * as fc from "fast-check";
import { canonicalUrl, readAddress } from "../src/linkedin/profile-url.ts";
import type { Answer, MessageType, Request } from "../src/messages.ts";
import { knownPart } from "../src/popup/known-update.ts";
import type { PlacedJob, SaveDraft } from "../src/save.ts";
import { expect, test } from "./browser/test.ts";
import type { Sandbox } from "./sandbox/start-sandbox.ts";

test.use({ sandboxOptions: { rateLimit: { limit: 10_000 }, behaviour: { repeatsCandidate: true } } });

/** Two are in Stardex from the beginning, one of them on jobs. */
const PEOPLE = [
  { name: "Ada Nyström", slug: "ada-nystrom" },
  { name: "Åsa Björkdahl", slug: "åsa-björkdahl-7" },
  { name: "Nadezhda Quill", slug: "nadezhda-quill" },
  { name: "Leocadia Brandt", slug: "leocadia-brandt" },
];

const URL_FORMS: ((slug: string) => string)[] = [
  (slug) => `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`,
  (slug) => `https://linkedin.com/in/${slug}`,
  (slug) => `https://se.linkedin.com/in/${encodeURIComponent(slug).toLowerCase()}?trk=people#experience`,
  (slug) => `https://www.linkedin.com/in/${slug.toUpperCase()}/details/experience/`,
  (slug) => `https://www.linkedin.com/in/${encodeURIComponent(slug.normalize("NFD"))}/`,
  (slug) => `https://www.linkedin.com/mwlite/in/${slug}`,
];

const anySave = fc.record({
  person: fc.constantFrom(...PEOPLE),
  urlForm: fc.constantFrom(...URL_FORMS),
  jobs: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  title: fc.constantFrom(undefined, "Engineer", "Director"),
  isLookedUp: fc.boolean(),
  /** Pressed again at once, or while the one before is on its way. */
  waits: fc.boolean(),
});
type Save = typeof anySave extends fc.Arbitrary<infer T> ? T : never;

for (const seed of [1, 2, 3]) {
  test(`thirty saves of four people, seed ${seed}`, async ({ connectedApp, sandbox }) => {
    const saves =
      fc.sample(fc.array(anySave, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed })[0] ?? [];
    const page = await connectedApp.openOptions();
    const before = sandbox.store.persons.length;
    for (const save of saves) {
      const draft = await draftOf(save, page, sandbox);
      const { ok } = await ask(page, "save.accept", { draft });
      expect(ok).toBe(true);
      if (save.waits) await allSaved(page);
    }
    await allSaved(page);

    const { persons, candidates } = sandbox.store;
    for (const { slug } of PEOPLE) {
      const isSaved = saves.some(({ person }) => person.slug === slug);
      const wasThere = slug === "nadezhda-quill" || slug === "leocadia-brandt";
      const records = persons.filter((one) => one.linkedin_public_id === slug);
      expect(records, slug).toHaveLength(isSaved || wasThere ? 1 : 0);
      const onJobs = candidates
        .filter(({ person_id }) => person_id === records[0]?.id)
        .map((one) => one.job_id);
      expect(new Set(onJobs).size, `${slug} is on a job twice`).toBe(onJobs.length);
      for (const { jobs } of saves.filter(({ person }) => person.slug === slug))
        for (const job of jobs) expect(onJobs).toContain(sandbox.store.jobs[job]?.id);
    }
    expect(persons.length).toBeLessThanOrEqual(before + 2);
  });
}

/** The draft the form would make: of what a look-up said, when there was one. */
async function draftOf(save: Save, page: Page, sandbox: Sandbox): Promise<SaveDraft> {
  const { publicId } = readAddress(save.urlForm(save.person.slug));
  if (publicId === null) throw new Error(`No profile: ${save.urlForm(save.person.slug)}`);
  const linkedinUrl = canonicalUrl(publicId);
  const { name } = save.person;
  const values = { linkedinUrl, name, ...(save.title && { currentJobTitle: save.title }) };
  const draft: SaveDraft = { ...values, role: "candidate", jobs: save.jobs.map((n) => placed(sandbox, n)) };
  if (!save.isLookedUp) return draft;
  const answer = await ask(page, "person.match", { linkedinUrl, name, companyName: null });
  if (!answer.ok || !answer.match) throw new Error("The look-up failed");
  const { match } = answer;
  const subject = match.state === "known" && { person: match.person, isChosen: false, isOwnSave: false };
  return { ...draft, lookedUpAt: match.at, ...(subject && { known: knownPart(subject, values, {}) }) };
}

function placed({ store }: Sandbox, n: number): PlacedJob {
  const job = store.jobs[n];
  if (!job) throw new Error(`No job ${n}`);
  const { id, name, client_company_name: clientCompanyName, location } = job;
  return { job: { id, name, clientCompanyName, location, candidateCount: null } };
}

async function allSaved(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { saves } = await ask(page, "saves.recent", {});
      return saves.filter(({ state }) => state !== "saved").map(({ state, problem }) => ({ state, problem }));
    })
    .toEqual([]);
}

/** Sends a message of the protocol as a page of the extension does. */
async function ask<T extends MessageType>(page: Page, type: T, request: Request<T>): Promise<Answer<T>> {
  const reply = await page.evaluate(
    (message) => chrome.runtime.sendMessage(message) as Promise<{ answer?: unknown; error?: string }>,
    { type, request } as const,
  );
  if (reply.error !== undefined) throw new Error(`${type}: ${reply.error}`);
  return reply.answer as Answer<T>;
}
