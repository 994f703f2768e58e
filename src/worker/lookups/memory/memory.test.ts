/** What is looked up about a known person, on the sandbox: what comes, what it costs, and what is said when nothing does. */
import { beforeEach, expect, it, vi } from "vitest";
import { SANDBOX_KEY } from "../../../../e2e/sandbox/in-process.ts";
import { changeWorkspaceChoices } from "../../../settings/workspace-choices.ts";
import { sandboxClient } from "../../../testing/sandbox-client.ts";
import { testBrowser } from "../../../testing/test-browser.ts";
import { createTestLocks } from "../../../testing/test-locks.ts";
import { connect, storedConnection } from "../../key/connection.ts";
import { checkEmployers } from "../employers.ts";
import { searchJobs } from "../job-search.ts";
import { createMatcher } from "../match.ts";
import { lookUpFields } from "./fields.ts";
import { lookUpMyJobs } from "./my-jobs.ts";
import { findPeople, findPeopleAt } from "./people.ts";
import { lookUpActivityTypes, lookUpTeam } from "./team.ts";
import { lookUpStageSince, lookUpTimeline } from "./timeline.ts";

vi.mock("webextension-polyfill", () => import("../../../testing/test-browser.ts"));

const url = "https://www.linkedin.com/in/nadezhda-quill";
let world: ReturnType<typeof sandboxClient>;
let hasRoom = true;

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await connect(SANDBOX_KEY, async () => undefined);
  hasRoom = true;
  world = sandboxClient();
});

const parts = () => ({
  clientFor: () => world.client,
  limiter: { roomForLookUp: async () => hasRoom },
  now: Date.now,
});
const nadezhda = () => world.store.personByUrl(url)?.id ?? "";
const match = () =>
  createMatcher(parts())({ linkedinUrl: url, name: "Nadezhda Quill", companyName: null, emails: [] });

it("a known person costs one call, and that tells the last touch", async () => {
  const answer = await match();
  expect(world.paths()).toHaveLength(1);
  expect(answer).toMatchObject({
    ok: true,
    match: {
      state: "known",
      person: {
        lastTouch: { type: "call_note", authorName: "Tove Aasen", jobName: "Chief Operating Officer" },
      },
    },
  });
});

it.each([
  ["the answer has no timeline", { timelineInSearch: false }, 1],
  ["the timeline is empty", { timeline: "empty" }, 1],
  // Once without it, since the look-up itself must not fail for that.
  ["the firm hides it", { timeline: "forbidden" }, 2],
] as const)("where %s, the person is known without a last touch", async (_name, behavior, calls) => {
  Object.assign(world.sandbox.behavior, behavior);
  const answer = await match();
  expect(answer).toMatchObject({ ok: true, match: { state: "known" } });
  expect(JSON.stringify(answer)).not.toContain("lastTouch");
  expect(world.paths()).toHaveLength(calls);
});

it("where the firm turned the memory off, no timeline is asked for", async () => {
  testBrowser.state.policy = { teamMemory: false };
  await match();
  expect(JSON.stringify(world.sandbox.log.entries)).not.toContain("activities");
});

it("the timeline is plain text, asked for once in some minutes", async () => {
  world.sandbox.behavior.timeline = "html";
  const first = await lookUpTimeline({ personId: nadezhda() }, parts());
  const second = await lookUpTimeline({ personId: nadezhda() }, parts());
  expect(first).toMatchObject(second);
  expect(world.paths()).toHaveLength(1);
  const activities = first.ok ? (first.activities ?? []) : [];
  expect(activities).toHaveLength(14);
  expect(activities[1]).toMatchObject({ type: "call_note", clientCompanyName: "Nordvale Energy" });
  expect(activities[1]?.text).toMatch(/has said what the structure will be\.\n\nNotice: three months\.$/);
  expect(activities.find(({ type }) => type === "email")?.subject).toBe("A role in Rotterdam");
});

it("a hidden timeline is no failure, and is asked for again", async () => {
  world.sandbox.behavior.timeline = "forbidden";
  expect(await lookUpTimeline({ personId: nadezhda() }, parts())).toEqual({ ok: true, activities: null });
  world.sandbox.behavior.timeline = "text";
  const answer = await lookUpTimeline({ personId: nadezhda() }, parts());
  expect(answer.ok && answer.activities?.length).toBe(14);
});

it("since when at the stage", async () => {
  const candidate = world.store.candidatesOf(nadezhda()).at(-1);
  const answer = await lookUpStageSince({ candidateId: candidate?.candidate_id ?? "" }, parts());
  expect(answer).toEqual({ ok: true, since: "2026-03-11T00:00:00.000Z" });
});

it("the team, its own types and the fields that can be shown, each asked for once", async () => {
  const [job] = world.store.jobs;
  for (let time = 0; time < 2; time++) {
    const team = await lookUpTeam(parts());
    expect(team.ok && team.members.map(({ name }) => name)).toEqual(["Ines Maro", "Tove Aasen"]);
    const types = await lookUpActivityTypes(parts());
    expect(types).toEqual({ ok: true, types: [{ key: "board_call", name: "board_call" }] });
    const fields = await lookUpFields({ jobId: null }, parts());
    expect(fields.ok && fields.fields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "Tags: multi",
      "Seniority: single",
      "Years in post: integer",
      "Expected salary: number",
      "Notice: text",
      "Free from: date",
    ]);
    const ofJob = await lookUpFields({ jobId: job?.id ?? "" }, parts());
    expect(ofJob.ok && ofJob.fields.at(-1)).toMatchObject({ name: "Reason off the list", jobId: job?.id });
  }
  expect(world.paths()).toHaveLength(4);
});

it.each([
  ["timeline", () => lookUpTimeline({ personId: nadezhda() }, parts())],
  ["stage", () => lookUpStageSince({ candidateId: "c" }, parts())],
  ["team", () => lookUpTeam(parts())],
  ["types", () => lookUpActivityTypes(parts())],
  ["fields", () => lookUpFields({ jobId: null }, parts())],
  ["people", () => findPeople("Quill", parts())],
])("with the rate limit nearly used the %s is not asked for, and that is said", async (_name, ask) => {
  hasRoom = false;
  expect(await ask()).toEqual({ ok: false, problem: { kind: "rate_limited" } });
  expect(world.paths()).toEqual([]);
});

it("the user's searches come first in every list, for one call in some minutes", async () => {
  const [ines] = world.store.members;
  const workspace = (await storedConnection())?.workspace ?? "";
  const me = { id: ines?.id ?? "", name: "Ines Maro" };
  const before = await searchJobs("cfo", parts());
  await changeWorkspaceChoices(workspace, (choices) => ({ ...choices, me }));
  const mine = await lookUpMyJobs(parts());
  const after = await searchJobs("cfo", parts());

  const ids = mine.ok ? mine.jobs.map(({ id }) => id) : [];
  const own = world.store.jobs.filter((job) => !job.is_archived && job.team_member_ids.includes(me.id));
  expect(ids.toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  const isMine = (after.ok ? after.jobs : []).map(({ id }) => ids.includes(id));
  expect(isMine.slice(0, isMine.lastIndexOf(true) + 1)).not.toContain(false);
  expect(isMine).toContain(true);
  expect(after.ok && after.jobs.length).toBe(before.ok && before.jobs.length);
  const calls = world.sandbox.log.of("POST", "/v1/jobs/search").map(({ body }) => body);
  expect(calls.filter((body) => JSON.stringify(body).includes(me.id))).toHaveLength(1);
});

it("where the team's jobs may not be asked for, lists are as they come", async () => {
  const workspace = (await storedConnection())?.workspace ?? "";
  await changeWorkspaceChoices(workspace, (choices) => ({ ...choices, me: { id: "gone", name: "Gone" } }));
  expect(await lookUpMyJobs(parts())).toEqual({ ok: true, jobs: [] });
  const found = await searchJobs("cfo", parts());
  expect(found.ok && found.jobs.length).toBeGreaterThan(0);
});

it("people by a part of their name", async () => {
  const answer = await findPeople(" Quill ", parts());
  expect(answer.ok && answer.people.map(({ name }) => name)).toEqual(["Nadezhda Quill"]);
});

it("who works at a company that is off-limits", async () => {
  const company = world.store.companyByName("Velmar Shipping");
  const answer = await findPeopleAt(company?.id ?? "", parts());
  expect(answer).toMatchObject({ ok: true, isComplete: true, people: [{ name: "Ottilie Brandvold" }] });
});

it.each([
  // By address, surname, first name, and the employer: none of them for the memory.
  ["a new person", "mara-lindqvist", "Mara Lindqvist", "Brightwater Foods", 4],
  ["a known person", "nadezhda-quill", "Nadezhda Quill", "Meridian Maps", 2],
])(
  "%s costs so many calls at most before anything is unfolded",
  async (_who, slug, name, companyName, most) => {
    const linkedinUrl = `https://www.linkedin.com/in/${slug}`;
    const employers = [{ name: companyName, url: null }];
    await createMatcher(parts())({ linkedinUrl, name, companyName, emails: [] });
    await checkEmployers({ employers, jobs: [], isPersonMarked: null }, "w", world.client, parts().limiter);
    expect(world.paths().length).toBeLessThanOrEqual(most);
  },
);
