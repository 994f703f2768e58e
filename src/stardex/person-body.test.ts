import { expect, test } from "vitest";
import type { KnownPerson } from "../records.ts";
import type { SaveDraft } from "../save.ts";
import { clientContactBody, personPatch } from "./person-body.ts";

const held: KnownPerson = {
  id: "p",
  name: "Ada",
  firstName: null,
  lastName: null,
  publicId: "ada",
  currentJobTitle: null,
  companyName: null,
  location: null,
  externalSourceId: null,
  emails: [{ type: "assistant", value: "a@b.example" }],
  phones: [{ type: "home", value: "+44 1" }],
  candidacies: [],
  lastActivityAt: null,
};

test("lists are those there are with what is new, each once in any spelling", () => {
  const update = { addEmails: ["A@B.example", "c@d.example"], addPhones: ["+44-1"] };
  expect(personPatch(update, undefined, held)).toEqual({
    enrich_record: true,
    emails: [
      { contact_data_type: "assistant", value: "a@b.example" },
      { contact_data_type: "other", value: "c@d.example" },
    ],
  });
});

test("a field of its own goes into the list that is sent, else it is sent by itself", () => {
  const update = { workEmail: "w@d.example", mobilePhone: " 2 ", addEmails: ["c@d.example"] };
  expect(personPatch(update, "j", held)).toEqual({
    enrich_record: true,
    emails: [
      { contact_data_type: "assistant", value: "a@b.example" },
      { contact_data_type: "work", value: "w@d.example" },
      { contact_data_type: "other", value: "c@d.example" },
    ],
    mobile_phone: "2",
    job_id: "j",
  });
});

test("a known person as a contact keeps her profile and her new name", () => {
  const draft: SaveDraft = {
    linkedinUrl: "https://www.linkedin.com/in/ada-new",
    name: "Ada as LinkedIn has it",
    role: "client_contact",
    jobs: [],
    client: { id: "c", name: "Engine" },
    known: {
      personId: "p",
      name: "Ada",
      linkedinUrl: "https://www.linkedin.com/in/ada",
      onJobs: [],
      update: { name: "Ada King" },
    },
  };
  expect(clientContactBody(draft)).toEqual({
    name: "Ada King",
    linkedin_url: "https://www.linkedin.com/in/ada",
    enrich_record: true,
    client_id: "c",
  });
});
