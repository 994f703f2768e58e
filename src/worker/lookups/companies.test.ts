import { beforeEach, expect, test, vi } from "vitest";
import type { Company } from "../../model/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, removeConnection } from "../key/connection.ts";
import { companyNamed, searchCompanies } from "./companies.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const company = (name: string, marks: Partial<Company> = {}): Company => ({
  id: `c-${name}`,
  name,
  isClient: false,
  doNotContact: false,
  ...marks,
});
const acme = company("Acme");
const client = company("Acme Ltd", { isClient: true });
const avoided = company("ACME", { doNotContact: true });
const bank = company("Acme Bank", { isClient: true });

function createStardex(companies: Company[]) {
  const calls: [string, boolean | undefined][] = [];
  const searchCompanies = async (text: string, isClient?: boolean) => {
    calls.push([text, isClient]);
    return companies;
  };
  return { calls, clientFor: () => ({ searchCompanies }) };
}

const room = { value: true, wishes: 0 };
const limiter = {
  roomForLookUp: async () => {
    room.wishes += 1;
    return room.value;
  },
};

beforeEach(async () => {
  testBrowser.reset();
  room.value = true;
  room.wishes = 0;
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await connect("ats-key-one", async () => undefined);
});

test("clients come first, else as Stardex orders them; the same words are asked for once", async () => {
  const { calls, clientFor } = createStardex([acme, client, avoided, bank]);
  const answer = { ok: true, companies: [client, bank, acme, avoided] };
  expect(await searchCompanies("Acme", clientFor)).toEqual(answer);
  expect(await searchCompanies(" acme", clientFor)).toEqual(answer);
  expect(calls).toEqual([["Acme", undefined]]);
});

test("without words only clients are asked for", async () => {
  const { calls, clientFor } = createStardex([client]);
  expect(await searchCompanies(" ", clientFor)).toEqual({ ok: true, companies: [client] });
  expect(calls).toEqual([[" ", true]]);
});

test.each([
  ["of exactly this name", [bank, acme], acme],
  ["which is a client", [acme, client, bank], client],
  ["which is not to be contacted", [acme, client, avoided], avoided],
  ["none", [bank], null],
])("the company, %s", async (_what, companies, found) => {
  const { calls, clientFor } = createStardex(companies);
  expect(await companyNamed("Acme  GmbH", clientFor, limiter)).toEqual({ ok: true, company: found });
  expect(calls).toEqual([["Acme", undefined]]);
});

test("one call a name and browser session, also when there is no such company", async () => {
  const { calls, clientFor } = createStardex([]);
  const asked = ["Acme", "ACME Inc.", "Acme"].map((name) => companyNamed(name, clientFor, limiter));
  expect(await Promise.all(asked)).toEqual(Array(3).fill({ ok: true, company: null }));
  await companyNamed("acme", clientFor, limiter);
  expect(calls).toHaveLength(1);
});

test("while calls are short nobody is asked, and nothing is remembered of it", async () => {
  const { calls, clientFor } = createStardex([acme]);
  room.value = false;
  expect(await companyNamed("Acme", clientFor, limiter)).toEqual({ ok: true, company: null });
  expect(calls).toEqual([]);
  room.value = true;
  expect(await companyNamed("Acme", clientFor, limiter)).toEqual({ ok: true, company: acme });
});

test("no name, no call", async () => {
  const { calls, clientFor } = createStardex([acme]);
  expect(await companyNamed(" , ", clientFor, limiter)).toEqual({ ok: true, company: null });
  expect(calls).toEqual([]);
  expect(room.wishes).toBe(0);
});

test("without a key there is no search", async () => {
  await removeConnection();
  const { clientFor } = createStardex([acme]);
  const refusal = { ok: false, problem: { kind: "not_connected" } };
  expect(await searchCompanies("a", clientFor)).toEqual(refusal);
  expect(await companyNamed("a", clientFor, limiter)).toEqual(refusal);
});
