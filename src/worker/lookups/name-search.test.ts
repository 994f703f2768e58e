import { beforeEach, expect, test, vi } from "vitest";
import { sandboxClient } from "../../testing/sandbox-client.ts";
import { addPerson } from "../../testing/sandbox-records.ts";
import { findMatch } from "./match.ts";
import { surnameParts } from "./name-search.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

let { sandbox, store, client, paths } = sandboxClient();
beforeEach(() => {
  ({ sandbox, store, client, paths } = sandboxClient({ rateLimit: { limit: 1000 } }));
});

const seen = (name: string, emails: string[] = []) => ({
  linkedinUrl: "https://www.linkedin.com/in/somebody-new",
  name,
  companyName: null,
  emails,
});

test.each([
  ["Jörg Müller", "Joerg Mueller"],
  ["Joerg Mueller", "Jörg Müller"],
  ["Jörg Müller", "Jorg Muller"],
  ["Đặng Minh", "Dang Minh"],
  ["Minh Dang", "Minh Đặng"],
  ["Mary J. Blige", "Mary Blige"],
  ["Mary Blige", "Mary J. Blige"],
  ["Conor O'Brien", "Conor OBrien"],
  ["Conor OBrien", "Conor O’Brien"],
  ["Dr. med. Jane Doe", "Jane Doe"],
  ["Jane Doe", "Prof. Dr. Jane Doe"],
  ["Søren Østergård", "Soeren Oestergaard"],
  ["Soeren Oestergaard", "Søren Østergård"],
  ["Łukasz Groß", "Lukasz Gross"],
  ["Anne-Marie Roe-Lind", "Anne Marie Roe Lind"],
  ["Xiaoming Wang", "Wang Xiaoming"],
  ["Wang Xiaoming", "Xiaoming Wang"],
  ["Iswaran S", "S. Iswaran"],
  ["Mara Lindqvist, CPCC, PCC", "Mara Lindqvist"],
  ["Mara Lindqvist, she/her", "Mara Lindqvist"],
  ["Mara Lindqvist", "Lindqvist, Mara, MBA"],
])("%s on LinkedIn may be %s in Stardex, in few calls", async (onLinkedIn, inStardex) => {
  addPerson(store, inStardex, null);
  const match = await findMatch(seen(onLinkedIn), client, 5);
  expect(match).toMatchObject({ state: "possible", people: [{ name: inStardex }], isComplete: true });
  expect(paths().length).toBeLessThanOrEqual(5);
});

test("somebody behind two hundred namesakes is found", async () => {
  for (let n = 0; n < 220; n++)
    addPerson(store, "Anna Smith", `anna-smith-${n}`, { current_company_name: `Firm ${n}` });
  addPerson(store, "Anna Smith", null);
  const match = await findMatch(seen("Anna Smith"), client, 5);
  expect(match).toMatchObject({ state: "possible", namesakes: 220, isComplete: true });
});

test("more namesakes than can be looked at is said", async () => {
  for (let n = 0; n < 450; n++) addPerson(store, "Anna Smith", `anna-smith-${n}`);
  expect(await findMatch(seen("Anna Smith"), client, 5)).toMatchObject({ state: "new", isComplete: false });
});

test("an e-mail that the page shows finds the person under any name", async () => {
  addPerson(store, "A. Nother", "a-nother", {
    emails: [{ contact_data_type: "personal", value: "anna@mail.example" }],
  });
  const match = await findMatch(seen("Anna Smith", ["Anna@mail.example"]), client, 5);
  expect(match).toMatchObject({ state: "possible", people: [{ name: "A. Nother" }] });
});

test("a known person comes with the jobs, which come only when they are asked for", async () => {
  const person = addPerson(store, "Anna Smith", "somebody-new");
  const [job] = store.jobs;
  if (!job) throw new Error("No job is seeded");
  store.addCandidate(person, job, true);
  const match = await findMatch(seen("Anna Smith"), client, 5);
  expect(match).toMatchObject({
    state: "known",
    person: { candidacies: [{ jobId: job.id }], blank: ["companyName", "externalSourceId"] },
  });
  expect(sandbox.log.entries).toHaveLength(1);
});

test("a surname is asked for in few spellings, and by the part that all have", () => {
  expect(surnameParts("Müller")).toEqual(["Müller", "muller", "mueller"]);
  expect(surnameParts("O'Brien")).toEqual(["Brien"]);
  expect(surnameParts("OBrien")).toEqual(["Brien"]);
  expect(surnameParts("Doe")).toEqual(["Doe"]);
  expect(surnameParts("Smith")).toEqual(["Smith"]);
});
