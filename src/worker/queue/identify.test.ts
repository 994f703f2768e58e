/** The one gate before anything is sent, on the client as it is and the sandbox's API. */
import { beforeEach, expect, test, vi } from "vitest";
import { seededId } from "../../../e2e/sandbox/seeded-id.ts";
import type { Doubt, SaveDraft } from "../../model/save.ts";
import { sandboxClient } from "../../testing/sandbox-client.ts";
import { addCompany, addPerson } from "../../testing/sandbox-records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { cachedMatch, rememberMatch } from "../lookups/match-cache.ts";
import { checkPerson } from "./identify.ts";
import { nothingArrived, planOf } from "./plan.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const WORKSPACE = "w";
const job = {
  id: seededId("first", "job", "Nordvale Energy", "General Counsel"),
  name: "General Counsel",
  clientCompanyName: "Nordvale Energy",
  location: null,
  candidateCount: null,
};
const mara: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/mara-lindqvist",
  name: "Mara Lindqvist",
  currentJobTitle: "Head of Supply Chain",
  companyName: "Brightwater Foods",
  location: "Gothenburg",
  role: "candidate",
  jobs: [{ job }],
};
const unseen: SaveDraft = { ...mara, isOneClick: true };

let { sandbox, store, client, paths } = sandboxClient();

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  ({ sandbox, store, client, paths } = sandboxClient());
});

const check = (draft: SaveDraft) => checkPerson({ draft, workspace: WORKSPACE }, client, Date.now());
const marked = (kind: string) => ({ problem: { kind } });

test.each<[string, SaveDraft]>([
  ["seen", mara],
  ["unseen", unseen],
])("a new person at a company nobody warns of goes out, %s", async (_how, draft) => {
  addCompany(store, "Brightwater Foods");
  expect(await check(draft)).toEqual({ draft });
});

test("of a known person only what Stardex states to be empty is filled, and nothing unseen", async () => {
  const person = addPerson(store, "Mara Lindqvist", "mara-lindqvist", { current_job_title: null });
  const { draft } = await check({ ...mara, emails: ["mara@mail.example"] });
  // The location stands in no answer: it is unknown, and not filled over.
  expect(draft?.known).toMatchObject({ personId: person.id, onJobs: [] });
  expect(draft?.known?.update).toEqual({
    currentJobTitle: "Head of Supply Chain",
    companyName: "Brightwater Foods",
    addEmails: ["mara@mail.example"],
    addPhones: [],
  });
  const other = await check({ ...unseen, emails: ["mara@mail.example"] });
  expect(other.draft?.known?.update).toEqual({});
});

test("of a known person who is on the job nothing is left to send unseen, and nothing more is asked", async () => {
  const person = addPerson(store, "Mara Lindqvist", "mara-lindqvist");
  store.addCandidate(person, store.job(job.id) ?? expect.fail(), true);
  const { draft } = await check(unseen);
  expect(
    planOf({ draft: draft ?? mara, outcome: null, arrived: nothingArrived }).every(({ done }) => done),
  ).toBe(true);
  expect(paths()).toEqual(["POST persons/search"]);
});

test("one chosen among namesakes stays chosen, with the profile the record keeps", async () => {
  const person = addPerson(store, "Mara Lindqvist", "mara-lindqvist");
  const known = {
    personId: person.id,
    name: "M",
    linkedinUrl: "https://www.linkedin.com/in/mara-2",
    onJobs: [],
  };
  const { draft } = await check({ ...mara, known: { ...known, update: { location: "Oslo" } } });
  expect(draft?.known).toMatchObject({ linkedinUrl: known.linkedinUrl, update: { location: "Oslo" } });
});

interface Risk {
  doubt: Doubt;
  prepare: () => void;
}

const risks: Risk[] = [
  {
    doubt: "possible_match",
    prepare: () => addPerson(store, "Mára Lindqvist", null, { current_company_name: "Brightwater Foods" }),
  },
  {
    doubt: "do_not_contact",
    prepare: () => addCompany(store, "Brightwater Foods Sp. z o.o.", { do_not_contact: true }),
  },
  {
    doubt: "client_company",
    prepare: () => addCompany(store, "BRIGHTWATER FOODS (UK) Ltd", { is_client: true }),
  },
  {
    doubt: "not_checked",
    prepare: () =>
      sandbox.faults.add({
        path: "/v1/companies/search",
        times: 9,
        fault: { kind: "status", status: 500, envelope: "A" },
      }),
  },
];

test.each(risks)(
  "$doubt holds a save up on every way, until the user accepts it",
  async ({ doubt, prepare }) => {
    prepare();
    expect(await check(unseen)).toEqual(marked(doubt));
    expect(await check(mara)).toEqual(marked(doubt));
    expect(await check({ ...mara, accepted: [] })).toEqual(marked(doubt));
    const accepted = { ...mara, accepted: [doubt] };
    expect(await check(accepted)).toEqual({ draft: accepted });
    expect(sandbox.log.of("POST", "/v1/persons")).toEqual([]);
  },
);

test.each<[string, Partial<SaveDraft>]>([
  ["guessed", { employers: [{ name: "Osterbeck Logistics", url: null }] }],
  [
    "second",
    {
      employers: [
        { name: "Brightwater Foods", url: null },
        { name: "Osterbeck Logistics", url: null },
      ],
    },
  ],
  [
    "linked",
    { employers: [{ name: "Osterbeck", url: "https://www.linkedin.com/company/osterbeck-logistics" }] },
  ],
  [
    "typed",
    { companyName: "Osterbeck Logistics GmbH", employers: [{ name: "Brightwater Foods", url: null }] },
  ],
])("a %s employer that is marked holds the save up, also of a known person", async (_which, fields) => {
  const draft = { ...mara, companyName: undefined, ...fields } as SaveDraft;
  expect(await check(draft)).toEqual(marked("do_not_contact"));
  addPerson(store, "Mara Lindqvist", "mara-lindqvist");
  expect(await check({ ...draft, isOneClick: true })).toEqual(marked("do_not_contact"));
});

test("an employee of the chosen job's client is a client's", async () => {
  expect(await check({ ...mara, companyName: "Nordvale Energy Ltd" })).toEqual(marked("client_company"));
});

test("of a known person whose page names no employer, the one that Stardex has is checked", async () => {
  addPerson(store, "Mara Lindqvist", "mara-lindqvist", { current_company_name: "Brightwater Foods" });
  addCompany(store, "Brightwater Foods", { is_client: true });
  const { companyName: _none, ...link } = unseen;
  expect(await check(link)).toEqual(marked("client_company"));
  // Who has moved on is not held to the old employer.
  expect((await check({ ...unseen, companyName: "Tern" })).problem).toBeUndefined();
});

test("the administrator can make do-not-contact a block that no word of the user lifts", async () => {
  addCompany(store, "Brightwater Foods", { do_not_contact: true });
  const accepted: SaveDraft = {
    ...mara,
    accepted: ["do_not_contact", "client_company", "not_checked", "possible_match"],
  };
  expect(await check(accepted)).toEqual({ draft: accepted });
  testBrowser.state.policy = { doNotContactBlocks: true };
  expect(await check(accepted)).toEqual(marked("blocked_by_policy"));
});

test("a company of a like name is asked about, never a block, and the client a contact belongs to is no question", async () => {
  addCompany(store, "Brightwater", { do_not_contact: true });
  testBrowser.state.policy = { doNotContactBlocks: true };
  expect(await check(unseen)).toEqual(marked("do_not_contact"));
  const accepted: SaveDraft = { ...mara, accepted: ["do_not_contact"] };
  expect(await check(accepted)).toEqual({ draft: accepted });
  addCompany(store, "Velmar", { is_client: true });
  const contact: SaveDraft = {
    ...mara,
    companyName: "Velmar UK",
    role: "client_contact",
    jobs: [],
    client: { id: null, name: "Velmar" },
  };
  expect(await check(contact)).toEqual({ draft: contact });
  expect(await check({ ...mara, companyName: "Velmar UK" })).toEqual(marked("client_company"));
});

test.each([
  ["offline", { kind: "drop_before_storing" as const }],
  ["unreadable", { kind: "html" as const, status: 403 }],
  ["rate_limited", { kind: "status" as const, status: 429, envelope: "A" as const }],
  ["unauthorized", { kind: "status" as const, status: 401, envelope: "A" as const }],
])("%s leaves the save waiting, whichever check it meets", async (kind, fault) => {
  for (const path of ["/v1/persons/search", "/v1/companies/search", /\/v1\/jobs\//]) {
    testBrowser.reset();
    sandbox.faults.clear();
    sandbox.faults.add({ path, fault });
    await expect(check(unseen)).rejects.toMatchObject({ problem: { kind } });
  }
});

test("a job that nobody looked at is not used once it is archived or gone", async () => {
  const stored = store.job(job.id) ?? expect.fail();
  stored.is_archived = true;
  expect(await check(unseen)).toEqual({ problem: { kind: "job_closed", field: "job_id" } });
  testBrowser.reset();
  store.jobs = store.jobs.filter((one) => one !== stored);
  expect(await check(unseen)).toEqual({ problem: { kind: "job_closed", field: "job_id" } });
  expect(await check(mara)).toEqual({ draft: mara });
});

test("what the form showed and the user answered is not decided anew; what was not answered is", async () => {
  const person = addPerson(store, "Mara Lindqvist", null);
  await check(mara);
  const at = Date.now();
  const match = (await cachedMatch(WORKSPACE, mara.linkedinUrl, at)) ?? expect.fail();
  await rememberMatch(WORKSPACE, mara.linkedinUrl, { ...match, at });
  const looked = { ...mara, lookedUpAt: at };
  expect(await check(looked)).toEqual(marked("possible_match"));
  const known = { personId: person.id, name: null, linkedinUrl: null, onJobs: [], update: {} };
  expect(await check({ ...looked, known })).toEqual({ draft: { ...looked, known } });
  const somebodyElse: SaveDraft = { ...looked, accepted: ["possible_match"] };
  expect(await check(somebodyElse)).toEqual({ draft: somebodyElse });
});

test("Stardex' own mark of the person counts as well where the save rests on the form's look-up", async () => {
  addPerson(store, "Mara Lindqvist", "mara-lindqvist");
  await check(mara);
  const at = Date.now();
  const match = (await cachedMatch(WORKSPACE, mara.linkedinUrl, at)) ?? expect.fail();
  if (match.state !== "known") expect.fail();
  const person = { ...match.person, doNotContact: true };
  await rememberMatch(WORKSPACE, mara.linkedinUrl, { state: "known", at, person });
  const known = { personId: person.id, name: null, linkedinUrl: null, onJobs: [], update: {} };
  const looked: SaveDraft = { ...mara, lookedUpAt: at, known };
  expect(await check(looked)).toEqual(marked("do_not_contact"));
  const accepted: SaveDraft = { ...looked, accepted: ["do_not_contact"] };
  expect(await check(accepted)).toEqual({ draft: accepted });
});
