/** The calls to the Stardex API this extension makes, and nothing else. */
import type * as z from "zod/mini";
import type { Company, Job, KnownPerson, List, Stage } from "../model/records.ts";
import { ask, type ClientOptions, type Method } from "./exchange.ts";
import type { PersonBody, PersonPatch } from "./person-body.ts";
import { personOf } from "./person-of.ts";
import {
  activityRowSchema,
  type CompanyRow,
  companyRowSchema,
  createdPersonSchema,
  type JobRow,
  jobDetailSchema,
  jobRowSchema,
  listAnswerSchema,
  type NamedRow,
  namedRowSchema,
  pageSchema,
  personAnswerSchema,
  successSchema,
  taskRowSchema,
} from "./schemas.ts";
import { StardexError } from "./stardex-error.ts";

/** More than a person reads; she types a word instead. */
const ROWS_SHOWN = 30;

export type StardexClient = ReturnType<typeof createStardexClient>;

/** What a creation answers; null where it gave no id. */
export interface CreatedPerson {
  personId: string | null;
  candidateId: string | null;
  clientContactId: string | null;
}

/** A follow-up. `dueDate`: YYYY-MM-DD. */
export interface TaskBody {
  text: string;
  dueDate?: string;
  personId: string;
  jobId?: string;
}

/** All calls reject with StardexError and nothing else. */
export function createStardexClient(options: ClientOptions) {
  const call = (method: Method, path: string, body?: unknown) => ask(options, method, path, body);
  const post = (path: string, body: unknown) => call("POST", path, body);
  const search = async (path: string, body: object) => parsed(pageSchema, await post(path, body));

  return {
    /**
     * Creates the person, or matches the one with the same `linkedin_url`. A 2xx with a surprising body
     * is a stored save whose ids are not known.
     */
    async createPerson(person: PersonBody): Promise<CreatedPerson> {
      const { data } = createdPersonSchema.safeParse(await post("/v1/persons", person));
      return {
        personId: data?.data.id ?? null,
        candidateId: data?.data.candidate_id ?? null,
        clientContactId: data?.data.client_contact_id ?? null,
      };
    },

    /** `emails` and `phone_numbers` replace all that is there: give the whole lists. */
    async updatePerson(personId: string, changes: PersonPatch): Promise<void> {
      await call("PATCH", pathOf("persons", personId), changes);
    },

    async getPerson(personId: string): Promise<KnownPerson> {
      const person = personOf(
        parsed(personAnswerSchema, await call("GET", pathOf("persons", personId))).data,
      );
      if (!person) throw new StardexError({ kind: "unreadable" });
      return person;
    },

    /** The person with this profile, or undefined. A row of another profile is none. */
    async findPerson(linkedinUrl: string): Promise<KnownPerson | undefined> {
      const { data } = await search("/v1/persons/search", { linkedin_url: linkedinUrl, limit: 1 });
      return data.map(personOf).find((person) => person && isOfProfile(person, linkedinUrl));
    },

    /** Persons whose name fits, as the server finds them, and how many there are in all. */
    async findNamesakes(name: string): Promise<{ people: KnownPerson[]; total: number }> {
      const { data, meta } = await search("/v1/persons/search", { name, limit: ROWS_SHOWN });
      const people = data.map(personOf).filter((person) => person !== undefined);
      return { people, total: meta?.total ?? people.length };
    },

    /** Open jobs that fit the words, in the server's order. */
    async searchJobs(text: string): Promise<Job[]> {
      const { data } = await search("/v1/jobs/search", {
        ...keywords(text),
        is_archived: false,
        limit: ROWS_SHOWN,
      });
      return rows(jobRowSchema, data).map(jobOf);
    },

    /** The job's pipeline, first stage first. */
    async jobStages(jobId: string): Promise<Stage[]> {
      const { data } = parsed(jobDetailSchema, await call("GET", pathOf("jobs", jobId)));
      return rows(namedRowSchema, data.pipeline_stages).map(namedOf);
    },

    async moveCandidate(jobId: string, candidateId: string, stageId: string): Promise<void> {
      const body = { job_id: jobId, candidate_id: candidateId, stage_id: stageId };
      await post("/v1/candidates/update-stage", body);
    },

    /** In the server's order; `isClient` true asks for clients alone. */
    async searchCompanies(text: string, isClient?: boolean): Promise<Company[]> {
      const { data } = await search("/v1/companies/search", {
        ...keywords(text),
        ...(isClient !== undefined && { is_client: isClient }),
        limit: ROWS_SHOWN,
      });
      return rows(companyRowSchema, data).map(companyOf);
    },

    async searchLists(text: string): Promise<List[]> {
      const { data } = await search("/v1/lists/search", { ...keywords(text), limit: ROWS_SHOWN });
      return rows(namedRowSchema, data).map(namedOf);
    },

    /** One who is on the list already stays there once: the answer names her as present. */
    async addToList(listId: string, personId: string): Promise<void> {
      const answer = await post(`${pathOf("lists", listId)}/items`, { person_ids: [personId] });
      const { data } = listAnswerSchema.safeParse(answer);
      if (data && data.data.failed.length > 0) throw new StardexError({ kind: "not_found" });
    },

    /** A general note on a person's timeline. Not to be repeated blindly: every call adds one. */
    async addNote(personId: string, text: string): Promise<void> {
      await post("/v1/person-activities", {
        activity_type: "secondary_note",
        activity_content: text,
        person_id: personId,
      });
    },

    /** Not to be repeated blindly: every call adds one. */
    async addTask({ text, dueDate, personId, jobId }: TaskBody): Promise<void> {
      await post("/v1/tasks", {
        content_text: text,
        task_type: "text",
        person_id: personId,
        ...(dueDate && { due_date: dueDate }),
        ...(jobId && { job_id: jobId }),
      });
    },

    /** The newest entries of a person's timeline; null where the key may not see them (403). */
    async listActivities(personId: string): Promise<{ text: string; createdAt: string | null }[] | null> {
      try {
        const { data } = parsed(
          pageSchema,
          await call("GET", `${pathOf("persons", personId)}/activities?limit=50`),
        );
        return rows(activityRowSchema, data).map((row) => ({
          text: row.activity_content ?? "",
          createdAt: row.created_at ?? null,
        }));
      } catch (error) {
        if (error instanceof StardexError && error.problem.kind === "forbidden") return null;
        throw error;
      }
    },

    /** The person's tasks, newest first. */
    async searchTasks({
      personId,
    }: {
      personId: string;
    }): Promise<{ text: string; createdAt: string | null }[]> {
      const { data } = await search("/v1/tasks/search", { related_to: personId, limit: 100 });
      return rows(taskRowSchema, data).map((row) => ({
        text: row.content_text,
        createdAt: row.created_at ?? null,
      }));
    },

    /** Resolves when Stardex accepts the key. No call says whose key it is; this is the cheapest there is. */
    async verifyKey(): Promise<void> {
      parsed(successSchema, await post("/v1/jobs/search", { limit: 1 }));
    },
  };
}

function pathOf(records: string, id: string): string {
  return `/v1/${records}/${encodeURIComponent(id)}`;
}

function keywords(text: string): { keywords?: string[] } {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length > 0 ? { keywords: words } : {};
}

/** A row that cannot be offered spoils no other. */
function rows<T>(schema: z.ZodMiniType<T>, data: unknown[]): T[] {
  return data.flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data] : [];
  });
}

function jobOf({ id, name, client_company_name, location, candidate_count }: JobRow): Job {
  return {
    id,
    name,
    clientCompanyName: client_company_name ?? null,
    location: location ?? null,
    candidateCount: candidate_count ?? null,
  };
}

function companyOf({ id, name, is_client, do_not_contact }: CompanyRow): Company {
  return { id, name, isClient: is_client === true, doNotContact: do_not_contact === true };
}

function namedOf({ id, name }: NamedRow): { id: string; name: string } {
  return { id, name };
}

function isOfProfile({ publicId }: KnownPerson, linkedinUrl: string): boolean {
  if (publicId === null) return true;
  return plainSlug(publicId) === plainSlug(linkedinUrl.slice(linkedinUrl.lastIndexOf("/") + 1));
}

/** Encoded or not, in any case: one profile. */
function plainSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize("NFC").toLowerCase();
  } catch {
    return slug.toLowerCase();
  }
}

function parsed<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StardexError({ kind: "unreadable" });
  return result.data;
}
