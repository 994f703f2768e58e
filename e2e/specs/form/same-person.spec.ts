/**
 * Whatever the order in which people are saved, from whatever form of their URL, with or without a look-up
 * before, on whatever jobs: Stardex ends with one record each and one candidate entry a job.
 */
import type { Page } from "@playwright/test";
import * as fc from "fast-check";
import { knownPart } from "../../../src/form/match/known-update.ts";
import { canonicalUrl, readAddress } from "../../../src/linkedin/profile-url.ts";
import type { PlacedJob, SaveDraft } from "../../../src/model/save.ts";
import type { Answer, MessageType, Request } from "../../../src/protocol/messages.ts";
import { accept, recent } from "../../browser/ask.ts";
import { expect, test } from "../../browser/test.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

test.use({ sandboxOptions: { rateLimit: { limit: 10_000 }, behavior: { repeatsCandidate: true } } });

/** The first two are in Stardex from the beginning, one of them on jobs. */
const KNOWN = ["nadezhda-quill", "leocadia-brandt"];
const PEOPLE = [
  { name: "Nadezhda Quill", slug: "nadezhda-quill" },
  { name: "Leocadia Brandt", slug: "leocadia-brandt" },
  { name: "Åsa Björkdahl", slug: "åsa-björkdahl-7" },
  ...["one", "two", "three", "four", "five"].map((n) => ({ name: `Ada ${n}`, slug: `ada-${n}` })),
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
  urlForm: fc.constantFrom(...URL_FORMS),
  jobs: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  title: fc.constantFrom(undefined, "Engineer", "Director"),
  isLookedUp: fc.boolean(),
  /** Else the next one comes while this is on its way. */
  isAwaited: fc.boolean(),
});
const anyRun = fc.array(
  fc.record({
    person: fc.constantFrom(...PEOPLE),
    /** One after the other. */
    saves: fc.array(anySave, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 15, maxLength: 15 },
);
type Save = typeof anySave extends fc.Arbitrary<infer T> ? T : never;
type Somebody = (typeof PEOPLE)[number];

// Thousands of such histories run against the queue alone: src/worker/queue/queue.model.test.ts.
test("some forty saves of eight people", async ({ connectedApp, sandbox }) => {
  // A save takes a while, so that the next ones meet it under way.
  const slow = { kind: "delay", ms: 150 } as const;
  sandbox.faults.add({ path: "/v1/persons", times: Number.POSITIVE_INFINITY, fault: slow });
  const run = fc.sample(anyRun, { numRuns: 1, seed: 1 }).flat();
  const page = await connectedApp.openOptions();
  const before = sandbox.store.persons.length;
  for (const { person, saves } of run) {
    for (const save of saves) {
      await accept(page, await draftOf(person, save, page, sandbox));
      if (save.isAwaited) await allSaved(page);
    }
  }
  await allSaved(page);

  const { persons, candidates, jobs } = sandbox.store;
  const seen = new Set(run.map(({ person }) => person.slug));
  for (const slug of new Set([...seen, ...KNOWN])) {
    const records = persons.filter((one) => one.linkedin_public_id === slug);
    expect(records, slug).toHaveLength(1);
    const entries = candidates.filter(({ person_id }) => person_id === records[0]?.id);
    const onJobs = entries.map(({ job_id }) => job_id);
    expect(new Set(onJobs).size, `${slug} is on a job twice`).toBe(onJobs.length);
    const asked = run.flatMap(({ person, saves }) =>
      person.slug === slug ? saves.flatMap((save) => save.jobs.map((n) => jobs[n]?.id)) : [],
    );
    expect(onJobs).toEqual(expect.arrayContaining(asked));
  }
  const created = sandbox.log.of("POST", "/v1/persons").map(({ body }) => body as { linkedin_url: string });
  expect(new Set(created.map((body) => body.linkedin_url)).size, "nobody is sent as new twice").toBe(
    created.length,
  );
  expect(persons).toHaveLength(before + [...seen].filter((slug) => !KNOWN.includes(slug)).length);
});

/** The draft the form would make: of what a look-up said, when there was one. */
async function draftOf(person: Somebody, save: Save, page: Page, sandbox: Sandbox): Promise<SaveDraft> {
  const { publicId } = readAddress(save.urlForm(person.slug));
  if (publicId === null) throw new Error(`No profile: ${save.urlForm(person.slug)}`);
  const linkedinUrl = canonicalUrl(publicId);
  const { name } = person;
  const values = { linkedinUrl, name, ...(save.title && { currentJobTitle: save.title }) };
  const draft: SaveDraft = { ...values, role: "candidate", jobs: save.jobs.map((n) => placed(sandbox, n)) };
  if (!save.isLookedUp) return draft;
  const answer = await ask(page, "person.match", { linkedinUrl, name, companyName: null });
  if (!answer.ok || !answer.match) throw new Error("The look-up failed");
  const { match } = answer;
  const subject = match.state === "known" && {
    person: match.person,
    isChosen: false,
    isOwnSave: false,
    otherProfile: null,
  };
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
      const saves = await recent(page);
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
