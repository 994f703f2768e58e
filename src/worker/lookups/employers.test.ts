import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Behavior } from "../../../e2e/sandbox/behavior.ts";
import { sandboxClient } from "../../testing/sandbox-client.ts";
import { addCompany } from "../../testing/sandbox-records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { checkEmployers } from "./employers.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

let { sandbox, store, client, paths } = sandboxClient();
let hasRoom: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-26T10:00:00Z"), toFake: ["Date"] });
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  hasRoom = true;
  ({ sandbox, store, client, paths } = sandboxClient());
});
afterEach(() => void vi.useRealTimers());

const limiter = { roomForLookUp: async () => hasRoom };

function check(name: string, url: string | null = null, clientCompanyName: string | null = null) {
  const jobs = clientCompanyName === null ? [] : [{ clientCompanyName }];
  const question = { employers: [{ name, url }], jobs, isPersonMarked: null };
  return checkEmployers(question, "w", client, limiter);
}

const kinds = async (...asked: Parameters<typeof check>) =>
  (await check(...asked)).findings.map(({ kind }) => kind);

test.each<Partial<Behavior>>([{}, { keywords: "any" }, { emptyValue: "absent" }, { emptyValue: "blank" }])(
  "a mark behind forty companies of a like name is found, also with %j",
  async (behavior) => {
    Object.assign(sandbox.behavior, behavior);
    for (let n = 1; n <= 130; n++) addCompany(store, `Brightwater Foods Region ${n}`);
    addCompany(store, "Brightwater Foods", { do_not_contact: true });
    expect(await kinds("Brightwater Foods Ltd")).toEqual(["do_not_contact"]);
  },
);

test("everything Stardex knows of a marked client is told", async () => {
  const { findings } = await check("Osterbeck Logistics GmbH");
  const companyId = store.companyByName("Osterbeck Logistics")?.id;
  const told = { companyId, company: "Osterbeck Logistics", status: "Active", owner: "Ines Maro" };
  expect(findings).toEqual([
    {
      ...told,
      kind: "do_not_contact",
      reason: "In dispute",
      until: "2027-06-30",
      lastEngagement: expect.any(String),
    },
    { ...told, kind: "client", reason: null, until: null, lastEngagement: expect.any(String) },
  ]);
});

test("a company is known by its address, whatever it is called, slug or number", async () => {
  addCompany(store, "BWF Holding", {
    linkedin_url: "linkedin.com/company/brightwater-foods/",
    linkedin_id: 4711,
    do_not_contact: true,
  });
  expect(await kinds("Brightwater", "https://www.linkedin.com/company/brightwater-foods")).toEqual([
    "do_not_contact",
  ]);
  sandbox.behavior.findsCompanyByNumber = true;
  expect(await kinds("Brightwater", "https://www.linkedin.com/company/4711")).toEqual(["do_not_contact"]);
});

test.each([false, true])(
  "a number is compared with what Stardex tells, whether it can be searched for (%s) or not",
  async (finds) => {
    sandbox.behavior.findsCompanyByNumber = finds;
    addCompany(store, "Brightwater Holding", { linkedin_id: 4711, is_client: true });
    addCompany(store, "Brightwater Estates", { linkedin_id: 4712, is_client: true });
    expect(await kinds("Brightwater Foods", "https://www.linkedin.com/company/4711")).toEqual(["client"]);
    expect(await kinds("Brightwater Foods", "https://www.linkedin.com/company/4713")).toEqual([]);
  },
);

test.each([
  ["Google DeepMind", "Google"],
  ["Velmar UK Ltd", "Velmar Group plc"],
  ["Groupe Velmar", "Velmar SA"],
  ["X (formerly Twitter)", "Twitter, Inc."],
  ["Kestrel - a Velmar company", "Velmar"],
])("at %s, that %s is a client is told, as of a like name", async (name, clientName) => {
  addCompany(store, name);
  addCompany(store, clientName, { is_client: true });
  const { findings } = await check(name);
  expect(findings).toMatchObject([{ kind: "client", company: clientName, likeOf: name }]);
});

test("what is certain comes before what is only alike, and a like name that nothing is said of costs nothing", async () => {
  addCompany(store, "Velmar Holding", { is_client: true });
  addCompany(store, "Velmar", { is_client: true });
  for (let n = 1; n <= 9; n++) addCompany(store, `Velmar Region ${n}`);
  const { findings } = await check("Velmar Ltd");
  expect(findings.map(({ company, likeOf }) => [company, likeOf])).toEqual([
    ["Velmar", undefined],
    ["Velmar Holding", "Velmar Ltd"],
  ]);
  expect(paths()).toHaveLength(3);
});

test("of many like names the marked one is told", async () => {
  for (let n = 1; n <= 9; n++) addCompany(store, `Velmar Region ${n}`, { is_client: true });
  addCompany(store, "Velmar Holding", { do_not_contact: true });
  expect(await kinds("Velmar")).toEqual(["do_not_contact", "client"]);
});

test("a name with a sign is found behind many that only begin like it, or nobody knows", async () => {
  for (let n = 0; n < 450; n++) addCompany(store, `National Hat ${n}`);
  addCompany(store, "AT&T Inc.", { do_not_contact: true });
  expect((await check("At & T")).notChecked).toEqual([{ employer: "At & T", why: "cut_off" }]);
  expect(await kinds("AT&T")).toEqual(["do_not_contact"]);
});

test("a chosen job's client of a like name is told as such", async () => {
  const { findings } = await check("Velmar Deutschland GmbH", null, "Velmar Group");
  expect(findings).toMatchObject([
    { kind: "jobs_client", company: "Velmar Group", likeOf: "Velmar Deutschland GmbH" },
  ]);
});

test("the client of the chosen job is said, though Stardex has no company of the name", async () => {
  expect(await kinds("Tern & Gull AB", null, "Tern and Gull")).toEqual(["jobs_client"]);
});

test("a mark made in Stardex is seen within minutes; within them nobody is asked twice", async () => {
  const company = addCompany(store, "Brightwater Foods");
  expect(await kinds("Brightwater Foods")).toEqual([]);
  const calls = paths().length;
  company.do_not_contact = true;
  expect(await kinds("Brightwater Foods")).toEqual([]);
  expect(paths()).toHaveLength(calls);
  vi.setSystemTime(Date.now() + 5 * 60_000);
  expect(await kinds("Brightwater Foods")).toEqual(["do_not_contact"]);
});

test("that there is no such company holds for a minute", async () => {
  expect(await kinds("Brightwater Foods")).toEqual([]);
  addCompany(store, "Brightwater Foods", { is_client: true });
  vi.setSystemTime(Date.now() + 60_000);
  expect(await kinds("Brightwater Foods")).toEqual(["client"]);
});

test.each([
  ["failed", { kind: "status" as const, status: 500, envelope: "A" as const }],
  ["failed", { kind: "status" as const, status: 403, envelope: "B" as const }],
  ["no_network", { kind: "html" as const, status: 403 }],
  ["no_network", { kind: "drop_before_storing" as const }],
  ["limit", { kind: "status" as const, status: 429, envelope: "A" as const }],
])("a question without an answer is not checked: %s", async (why, fault) => {
  addCompany(store, "Brightwater Foods", { do_not_contact: true });
  sandbox.faults.add({ path: "/v1/companies/search", fault });
  const unanswered = { findings: [], notChecked: [{ employer: "Brightwater Foods", why }] };
  expect(await check("Brightwater Foods")).toEqual(unanswered);
  // A failure is not kept.
  expect(await kinds("Brightwater Foods")).toEqual(["do_not_contact"]);
});

test("while calls are short nobody is asked, and it is said", async () => {
  hasRoom = false;
  expect((await check("Brightwater Foods")).notChecked).toEqual([
    { employer: "Brightwater Foods", why: "limit" },
  ]);
  expect(paths()).toEqual([]);
});

test("more companies than can be looked at is not checked, unless one of them says enough", async () => {
  for (let n = 0; n < 450; n++) addCompany(store, `Global Partners ${n}`);
  expect((await check("Global Partners")).notChecked).toEqual([
    { employer: "Global Partners", why: "cut_off" },
  ]);
});

test("every current employer is asked for, each once, and a name without a letter is none", async () => {
  addCompany(store, "Second Firm", { is_client: true });
  const employers = ["Brightwater", "Second Firm", "SECOND FIRM Ltd", "™"].map((name) => ({
    name,
    url: null,
  }));
  const answer = await checkEmployers({ employers, jobs: [], isPersonMarked: true }, "w", client, limiter);
  expect(answer.findings.map(({ kind }) => kind)).toEqual(["person_do_not_contact", "client"]);
  expect(paths().filter((path) => path.endsWith("companies/search"))).toHaveLength(2);
});
