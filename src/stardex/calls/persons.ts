/** Persons. Vendor's reference: POST /v1/persons, POST /v1/persons/search, GET and PATCH /v1/persons/{id}. */
import * as z from "zod/mini";
import { type Api, pathOf } from "../api.ts";
import type { PersonBody, PersonPatch } from "../person-body.ts";
import { dataSchema, id, idOrNone, rows, rowsIn, text } from "../schemas.ts";
import { StardexError } from "../stardex-error.ts";
import type { Found, Person } from "../types.ts";
import { isPublicIdOf } from "./linkedin-slug.ts";
import { parsePerson } from "./parse-person.ts";

const ROWS = 100;

/** `candidates` come in a search only when they are asked for. */
const SECTIONS = ["candidates"];

const createdAnswer = z.lazy(() =>
  z.looseObject({
    data: z.looseObject({ id: idOrNone, candidate_id: idOrNone, client_contact_id: idOrNone }),
  }),
);

const peopleFields = z.lazy(() => z.looseObject({ id, custom_fields: rows }));

/** `tag` is one option in the sample of a company; several are seen nowhere: taken as a list, or as rows. */
const fieldRow = z.lazy(() =>
  z.looseObject({
    attribute_id: id,
    value: z.optional(z.unknown()),
    tag: z.optional(z.unknown()),
    tags: z.optional(z.unknown()),
  }),
);

function textsOf(value: unknown): string[] {
  if (typeof value === "string" && value !== "") return [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  const { data } = optionRow.safeParse(value);
  return [data?.id, data?.name].flatMap((one) => one || []);
}

const optionRow = z.lazy(() => z.looseObject({ id: idOrNone, name: text }));

/** What a creation answers; null where it gave no id. */
export interface CreatedPerson {
  personId: string | null;
  candidateId: string | null;
  clientContactId: string | null;
}

export function personCalls(api: Api) {
  const search = async (
    filter: object,
    bounds: { limit: number; pages?: number },
    include = SECTIONS,
  ): Promise<Found<Person> & { areAllRead: boolean }> => {
    const found = await api.search("/v1/persons/search", { ...filter, include }, z.unknown(), bounds);
    const people = found.rows.flatMap((row) => parsePerson(row) ?? []);
    const areAllRead = people.length === found.rows.length;
    return { rows: people, isComplete: found.isComplete && areAllRead, areAllRead };
  };

  return {
    /**
     * Creates the person, or matches the one with the same `linkedin_url`. A 2xx with a surprising body is a
     * stored save whose ids are not known.
     */
    async createPerson(person: PersonBody): Promise<CreatedPerson> {
      const { data } = createdAnswer.safeParse(await api.call("POST", "/v1/persons", person));
      return {
        personId: data?.data.id ?? null,
        candidateId: data?.data.candidate_id ?? null,
        clientContactId: data?.data.client_contact_id ?? null,
      };
    },

    /** `emails` and `phone_numbers` replace all that is there: give the whole lists. */
    async updatePerson(personId: string, changes: PersonPatch): Promise<void> {
      await api.call("PATCH", pathOf("persons", personId), changes);
    },

    async getPerson(personId: string): Promise<Person> {
      const { data } = await api.read(dataSchema, "GET", pathOf("persons", personId));
      const person = parsePerson(data);
      if (!person) throw new StardexError({ kind: "unreadable" });
      return person;
    },

    /**
     * The person with this profile, or undefined. A row of another profile is none. `withActivities` asks for
     * the timeline in the same call.
     */
    async findPerson(linkedinUrl: string, { withActivities = false } = {}): Promise<Person | undefined> {
      const sections = withActivities ? [...SECTIONS, "activities"] : SECTIONS;
      const { rows: found, areAllRead } = await search({ linkedin_url: linkedinUrl }, { limit: 2 }, sections);
      const person =
        found.find(({ publicId }) => publicId !== null && isPublicIdOf(publicId, linkedinUrl)) ??
        found.find(({ publicId }) => publicId === null);
      // Somebody is there: taken for nobody, the person would be added again.
      if (!person && !areAllRead) throw new StardexError({ kind: "unreadable" });
      return person;
    },

    /**
     * By field id all that stands in it: values, and of options both id and name, since answers differ in which
     * they give. Empty where the answer has none: that a search tells them is said, their shape is in no sample.
     */
    async getFieldValues(personId: string, linkedinUrl: string): Promise<Map<string, Set<string>>> {
      const filter = { linkedin_url: linkedinUrl, include: ["custom_fields"] };
      const { rows: people } = await api.search("/v1/persons/search", filter, peopleFields, { limit: 2 });
      const fields = people.find(({ id }) => id === personId)?.custom_fields ?? [];
      const values = new Map<string, Set<string>>();
      for (const row of rowsIn(fieldRow, fields)) {
        const present = values.get(row.attribute_id) ?? new Set();
        for (const one of [row.value, row.tag, row.tags].flatMap(textsOf)) present.add(one);
        values.set(row.attribute_id, present);
      }
      return values;
    },

    /** Persons with exactly this address. */
    findByEmail: (email: string): Promise<Found<Person>> => search({ email }, { limit: 20 }),

    /** Persons who work at the company now; the first page. */
    searchAtCompany: (companyId: string): Promise<Found<Person>> =>
      search({ current_company_ids: [companyId] }, { limit: ROWS }),

    /** Persons whose name has this part, at most so many pages. */
    searchByName: (name: string, pages: number): Promise<Found<Person>> =>
      search({ name }, { limit: ROWS, pages }),
  };
}
