import { expect, test } from "vitest";
import type { KnownPerson, Match } from "../../model/records.ts";
import { readPaste } from "../paste/read-paste.ts";
import { rowOfPaste } from "../person-row.ts";
import { checkRows, LIMIT_PAUSE, type RowQuestions } from "./check-rows.ts";
import type { Standing } from "./people-state.ts";

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const rows = ["ada", "bo", "cy", "di"].map((slug) => `${slug} Ray\tFirm ${slug}\t${url(slug)}`);
const people = readPaste(`Name\tCompany\tLinkedIn\n${rows.join("\n")}`).people.map(rowOfPaste);

const job = (jobName: string, isArchived = false) => ({ jobName, isArchived });
const known = (...candidacies: object[]): Match => ({
  state: "known",
  at: 0,
  person: { candidacies } as unknown as KnownPerson,
});
const fresh: Match = { state: "new", at: 0, namesakes: 0, isComplete: true };

async function check(questions: Partial<RowQuestions>, controller = new AbortController()) {
  const standings: [string, Standing][] = [];
  await checkRows(
    people,
    { findMatch: async () => fresh, findDoubt: async () => null, pause: async () => {}, ...questions },
    (linkedinUrl, standing) => standings.push([linkedinUrl, standing]),
    controller.signal,
  );
  return standings.filter(([, { state }]) => state !== "checking");
}

test("each row is asked about once, and says what was found", async () => {
  const answers: Match[] = [
    known(job("CFO"), job("Old search", true)),
    fresh,
    { state: "possible", at: 0, people: [{} as KnownPerson], namesakes: 1, isComplete: true },
    fresh,
  ];
  const asked: string[] = [];
  const standings = await check({
    findMatch: async ({ linkedinUrl }) => {
      asked.push(linkedinUrl);
      return answers[asked.length - 1] ?? null;
    },
    findDoubt: async (company) => (company === "Firm di" ? "do_not_contact" : null),
  });
  expect(asked).toEqual(["ada", "bo", "cy", "di"].map(url));
  expect(standings.map(([, standing]) => standing)).toEqual([
    { state: "known", jobs: ["CFO"] },
    { state: "new" },
    { state: "possible", count: 1 },
    { state: "off_limits", doubt: "do_not_contact" },
  ]);
});

test("an answer that did not come is none, for the employer too", async () => {
  const fail = () => Promise.reject(new Error("offline"));
  expect((await check({ findMatch: fail })).map(([, { state }]) => state)).toEqual(
    people.map(() => "not_checked"),
  );
  expect((await check({ findDoubt: fail }))[0]?.[1]).toEqual({ state: "not_checked" });
});

test("while the limit's rest is kept for saves it waits", async () => {
  const pauses: number[] = [];
  let isClosed = true;
  const standings = await check({
    findMatch: async () => (isClosed ? null : fresh),
    pause: async (ms) => {
      pauses.push(ms);
      isClosed = false;
    },
  });
  expect(pauses).toEqual([LIMIT_PAUSE]);
  expect(standings).toHaveLength(4);
});

test("it ends when the user says so", async () => {
  const controller = new AbortController();
  const standings = await check(
    {
      findMatch: async () => {
        controller.abort();
        return fresh;
      },
    },
    controller,
  );
  expect(standings).toHaveLength(1);
});
