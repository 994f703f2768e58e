import * as fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { isSameName } from "../../model/spelling/same-person.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import type { Person } from "../../stardex/types.ts";
import { anyText, apiPerson } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect } from "../key/connection.ts";
import { createMatcher, findMatch } from "./match.ts";
import { FRESH } from "./match-cache.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const url = "https://www.linkedin.com/in/jane-doe";
const jane = { linkedinUrl: url, name: "Dr. Jane Doe, PhD", companyName: "Acme GmbH" };

/** A Stardex with these people; `calls` are the words it was asked for. */
function createStardex(byUrl: Person | undefined, byName: Person[], byEmail: Person[] = []) {
  const calls: string[] = [];
  const client = {
    async findPerson(linkedinUrl: string) {
      calls.push(linkedinUrl);
      return byUrl;
    },
    async findByEmail(email: string) {
      calls.push(email);
      return { rows: byEmail, isComplete: true };
    },
    async searchByName(name: string) {
      calls.push(name);
      return { rows: byName, isComplete: true };
    },
  };
  return { calls, client };
}

test("who has the profile is known, and nobody is asked for by name", async () => {
  const person = apiPerson({ name: "J. D.", publicId: "jane-doe" });
  const { calls, client } = createStardex(person, []);
  const found = await findMatch(jane, client, 5);
  expect(found).toMatchObject({ state: "known", at: 5, person: { id: person.id, name: "J. D." } });
  expect(calls).toEqual([url]);
});

test("who has neither profile nor name in Stardex is new, after a call by address, surname and first name", async () => {
  const { calls, client } = createStardex(undefined, []);
  expect(await findMatch(jane, client, 5)).toEqual({ state: "new", at: 5, namesakes: 0, isComplete: true });
  expect(calls).toEqual([url, "Doe", "Jane"]);
});

test("an e-mail the page shows is asked for before the name, and whoever has it may be the person", async () => {
  const { calls, client } = createStardex(undefined, [], [apiPerson({ name: "J. Roe", publicId: "j-roe" })]);
  const match = await findMatch({ ...jane, emails: ["jane@doe.test"] }, client, 5);
  expect(match).toMatchObject({ state: "possible", people: [{ name: "J. Roe" }] });
  expect(calls).toEqual([url, "jane@doe.test"]);
});

test.each([{ name: null }, { name: " " }, { name: "✔" }])(
  "without a name there is one call: $name",
  async ({ name }) => {
    const { calls, client } = createStardex(undefined, [apiPerson({ name: "" })]);
    expect(await findMatch({ ...jane, name }, client, 5)).toEqual({
      state: "new",
      at: 5,
      namesakes: 0,
      isComplete: true,
    });
    expect(calls).toEqual([url]);
  },
);

const doe = { name: "jane doe" };

test.each([
  ["without a profile", { ...doe, companyName: "Other" }, "possible"],
  ["named by first and last name", { firstName: "Jane", lastName: "Doé" }, "possible"],
  ["with another profile at the same company", { ...doe, publicId: "jd", companyName: "ACME" }, "possible"],
  ["with a member id, which is no other profile", { ...doe, publicId: `ACoAA${"x".repeat(34)}` }, "possible"],
  ["with another profile elsewhere", { ...doe, publicId: "jd", companyName: "Acme Bank" }, "new"],
  ["with another profile at no company", { ...doe, publicId: "jd" }, "new"],
  ["with the profile in another spelling", { ...doe, publicId: "JANE%2DDoe" }, "known"],
])("a namesake %s", async (_what, fields, state) => {
  const { client } = createStardex(undefined, [apiPerson(fields)]);
  expect((await findMatch(jane, client, 5)).state).toBe(state);
});

test("those at the company come first, the others of the name are counted, others are not", async () => {
  const people = [
    apiPerson({ id: "no-profile", name: "Jane Doe" }),
    apiPerson({ id: "elsewhere", name: "Jane Doe", publicId: "jd", companyName: "Velmar" }),
    apiPerson({ id: "longer", name: "Mary Jane Doe" }),
    apiPerson({ id: "colleague", name: "Jane Doe", publicId: "jd2", companyName: "Acme" }),
  ];
  const { client } = createStardex(undefined, people);
  const match = await findMatch(jane, client, 5);
  expect(match).toMatchObject({ people: [{ id: "colleague" }, { id: "no-profile" }], namesakes: 1 });
});

test("whatever Stardex holds, nothing throws, and only persons of the name are possible", async () => {
  const words = fc.oneof(
    fc.constantFrom("Jane Doe", "JANE  DOÉ", "Jane Roe", "Doe", "Dr. Jane Doe, MBA", "Acme", "Acme Inc.", ""),
    anyText,
  );
  const maybe = fc.option(words);
  const people = fc.array(
    fc.record({ name: maybe, firstName: maybe, lastName: maybe, publicId: maybe, companyName: maybe }),
    { maxLength: 5 },
  );
  const seen = fc.record({ linkedinUrl: fc.oneof(fc.constant(url), words), name: maybe, companyName: maybe });
  await fc.assert(
    fc.asyncProperty(seen, people, async (seen, people) => {
      const { client } = createStardex(undefined, people.map(apiPerson));
      const match = await findMatch(seen, client, 5);
      const found = match.state === "possible" ? match.people : match.state === "known" ? [match.person] : [];
      for (const { name, firstName, lastName } of found) {
        const names = [name ?? "", [firstName, lastName].filter(Boolean).join(" ")];
        expect(names.some((one) => isSameName(one, seen.name ?? ""))).toBe(true);
      }
    }),
  );
});

const clock = { now: 1_000_000 };
const room = { value: true };

function createAsked(byUrl: Person | undefined, byName: Person[] = [], byEmail: Person[] = []) {
  const { calls, client } = createStardex(byUrl, byName, byEmail);
  const limiter = { roomForLookUp: async () => room.value };
  return { calls, client, match: createMatcher({ clientFor: () => client, limiter, now: () => clock.now }) };
}

beforeEach(async () => {
  testBrowser.reset();
  room.value = true;
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await connect("ats-key-one", async () => undefined);
});

test("within ten minutes nobody is asked again, also after a restart of the worker", async () => {
  const { calls, match } = createAsked(undefined, [apiPerson({ name: "Jane Doe" })]);
  const first = await match(jane);
  expect(first).toMatchObject({ ok: true, match: { state: "possible", at: clock.now } });
  clock.now += FRESH - 1;
  expect(await match(jane)).toMatchObject({ match: { state: "possible", at: clock.now - FRESH + 1 } });
  expect(calls).toHaveLength(2);
  expect(await createAsked(undefined).match(jane)).toMatchObject({ match: { state: "possible" } });
  clock.now += 1;
  await match(jane);
  expect(calls).toHaveLength(4);
});

test("an e-mail that the page shows only later is asked for, once", async () => {
  const byEmail = [apiPerson({ id: "p", name: "J. Roe", publicId: "j-roe" })];
  const { calls, match } = createAsked(undefined, [], byEmail);
  expect(await match(jane)).toMatchObject({ match: { state: "new" } });
  const before = calls.length;
  const withEmail = { ...jane, emails: ["jane@doe.test"] };
  expect(await match(withEmail)).toMatchObject({ match: { state: "possible" } });
  expect(await match(withEmail)).toMatchObject({ match: { state: "possible" } });
  expect(calls.slice(before)).toEqual(["jane@doe.test"]);
});

test("another key's look-ups do not count", async () => {
  const { calls, match } = createAsked(apiPerson({}));
  await match(jane);
  await connect("ats-key-two", async () => undefined);
  await match(jane);
  expect(calls).toHaveLength(2);
});

test("a look-up without a name is not kept, unless it found somebody", async () => {
  const { calls, match } = createAsked(undefined);
  await match({ ...jane, name: null });
  await match(jane);
  expect(calls).toEqual([url, url, "Doe", "Jane"]);
});

test("requests for one profile at one time share one look-up", async () => {
  const { calls, match } = createAsked(apiPerson({}));
  const answers = await Promise.all([match(jane), match(jane), match({ ...jane, linkedinUrl: `${url}-2` })]);
  expect(answers[0]).toEqual(answers[1]);
  expect(calls.toSorted()).toEqual([url, `${url}-2`]);
});

test("while calls are short there is no look-up, and what is remembered still holds", async () => {
  room.value = false;
  const { calls, match } = createAsked(apiPerson({}));
  expect(await match(jane)).toEqual({ ok: true, match: null });
  expect(calls).toEqual([]);
  room.value = true;
  await match(jane);
  room.value = false;
  expect(await match(jane)).toMatchObject({ ok: true, match: { state: "known" } });
});

test("a look-up that fails says why, and the next one asks again", async () => {
  const { client, match } = createAsked(apiPerson({}));
  const find = vi.spyOn(client, "findPerson");
  find.mockRejectedValueOnce(new StardexError({ kind: "offline" }));
  expect(await match(jane)).toEqual({ ok: false, problem: { kind: "offline" } });
  expect(await match(jane)).toMatchObject({ ok: true, match: { state: "known" } });
});
