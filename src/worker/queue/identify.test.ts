/** What a save that nobody has looked at may do; the others are in save-queue.test.ts. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Company, KnownPerson } from "../../model/records.ts";
import type { SaveDraft } from "../../model/save.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { job, knownPerson } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { cachedMatch } from "../lookups/match-cache.ts";
import { checkPerson } from "./identify.ts";
import { nothingArrived, planOf } from "./plan.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const NOW = 1_000_000;
const mara: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/mara",
  name: "Mara Lindqvist",
  currentJobTitle: "Head of Supply Chain",
  companyName: "Brightwater Foods",
  location: "Gothenburg",
  role: "candidate",
  jobs: [{ job: job("1") }],
  isOneClick: true,
};

let found: KnownPerson | undefined;
let namesakes: KnownPerson[];
let companies: Company[];
let calls: string[];

const client = {
  async findPerson() {
    calls.push("person");
    return found;
  },
  async findNamesakes() {
    calls.push("name");
    return { people: namesakes, total: namesakes.length };
  },
  async searchCompanies(text: string) {
    calls.push(`company ${text}`);
    return companies;
  },
};

const company = (name: string, doNotContact: boolean): Company => ({
  id: name,
  name,
  isClient: true,
  doNotContact,
});
const onJob = (jobId: string) => [
  {
    candidateId: "c",
    jobId,
    jobName: null,
    clientCompanyName: null,
    stageId: null,
    stageName: null,
    isArchived: false,
    createdAt: null,
  },
];

const check = (draft: SaveDraft) => checkPerson({ draft, workspace: "w" }, client, NOW);

/** What is left to send of a draft that was checked. */
const toSend = (draft: SaveDraft) =>
  planOf({ draft, outcome: null, arrived: nothingArrived }).filter(({ done }) => !done);

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  [found, namesakes, companies, calls] = [undefined, [], [], []];
});

test("a new person at a company nobody warns of goes out as she is", async () => {
  companies = [company("Brightwater Foods", false)];
  expect(await check(mara)).toEqual({ draft: mara });
  expect(calls).toEqual(["person", "name", "company Brightwater Foods"]);
});

test("of a known person nothing is changed, not even what is blank: only the job is new", async () => {
  found = knownPerson({ id: "p", publicId: "mara", name: "Mara L" });
  const { draft } = await check({ ...mara, emails: ["mara@mail.example"] });
  expect(draft?.known).toEqual({ personId: "p", name: "Mara L", onJobs: [], update: {} });
  expect(toSend(draft ?? mara)).toEqual([{ kind: "person", jobId: "1", done: false }]);
});

test.each([
  ["on the job already", [{ job: job("1") }]],
  ["and saved on none", []],
])("a known person %s: nothing is left to send, and nothing more is asked", async (_name, jobs) => {
  found = knownPerson({ id: "p", publicId: "mara", candidacies: onJob("1") });
  const { draft } = await check({ ...mara, jobs });
  expect(toSend(draft ?? mara)).toEqual([]);
  expect(calls).toEqual(["person"]);
});

test("who may be somebody in Stardex waits for her user, who is asked nothing twice", async () => {
  namesakes = [knownPerson({ id: "p", name: "Mara Lindqvist", companyName: "Brightwater Foods" })];
  expect(await check(mara)).toEqual({ problem: { kind: "possible_match" } });
  expect(await cachedMatch("w", mara.linkedinUrl, NOW)).toMatchObject({ state: "possible" });
});

test.each<[string, SaveDraft]>([
  ["proven", mara],
  ["guessed", { ...mara, companyName: undefined, employerGuess: "Brightwater Foods" }],
])("a %s employer that is off-limits holds the save up, also of a known person", async (_name, draft) => {
  companies = [company("Brightwater Foods Ltd", true)];
  expect(await check(draft)).toEqual({ problem: { kind: "do_not_contact" } });
  found = knownPerson({ id: "p", publicId: "mara" });
  expect(await check({ ...draft, linkedinUrl: "https://www.linkedin.com/in/other" })).toEqual({
    problem: { kind: "do_not_contact" },
  });
});

test("without Stardex nothing is decided", async () => {
  const offline = async () => {
    throw new StardexError({ kind: "offline" });
  };
  client.findPerson = offline;
  await expect(check(mara)).rejects.toMatchObject({ problem: { kind: "offline" } });
});
