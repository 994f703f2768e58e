/** The timeline of a person: notes, mails, tasks. Vendor's reference: GET /v1/persons/{id}/activities. */
import * as z from "zod/mini";
import { type Api, pathOf } from "../api.ts";
import { plainText } from "../plain-text.ts";
import { createdId, filledText, idOf, idOrNone, listSchema, rowsIn, text } from "../schemas.ts";
import { StardexError } from "../stardex-error.ts";
import type { Activity, ActivityType } from "../types.ts";

/** What was written a minute ago is among them. */
const NEWEST = 50;
/** Calls to get to the end of a timeline that begins with the oldest. */
const PAGES = 8;

const activityRow = z.lazy(() =>
  z.looseObject({
    id: idOrNone,
    activity_type: text,
    created_at: text,
    activity_content: text,
    team_member: z.catch(z.optional(z.nullable(z.looseObject({ name: text }))), null),
    /** `title`, not `name`, in the reference. */
    job: z.catch(
      z.optional(z.nullable(z.looseObject({ id: idOrNone, title: text, name: text, company_name: text }))),
      null,
    ),
    email_details: z.catch(z.optional(z.nullable(z.looseObject({ subject: text }))), null),
  }),
);

export interface NewActivity {
  /** The key of a type. */
  type: string;
  text: string;
}

export function activityCalls(api: Api) {
  async function addActivity(personId: string, { type, text: content }: NewActivity): Promise<string | null> {
    const body = { activity_type: type, activity_content: content, person_id: personId };
    return createdId(await api.call("POST", "/v1/person-activities", body));
  }

  return {
    /** The newest entries; null where the key may not see them (403), as a firm can decide. */
    async listActivities(personId: string): Promise<Activity[] | null> {
      try {
        const path = `${pathOf("persons", personId)}/activities?limit=${NEWEST}`;
        const { data } = await api.read(listSchema, "GET", path);
        let rows = parseActivities(data.slice(0, NEWEST));
        if (!isOldestFirst(rows)) return rows;
        for (let page = 1; page < PAGES && rows.length === NEWEST * page; page++) {
          const next = await api.read(listSchema, "GET", `${path}&offset=${NEWEST * page}`);
          rows = [...rows, ...parseActivities(next.data.slice(0, NEWEST))];
        }
        return rows.slice(-NEWEST).toReversed();
      } catch (error) {
        if (error instanceof StardexError && error.problem.kind === "forbidden") return null;
        throw error;
      }
    },

    /** A general note; gives its id. Not to be repeated blindly: every call adds one. */
    addNote: (personId: string, content: string): Promise<string | null> =>
      addActivity(personId, { type: "secondary_note", text: content }),

    /** Of any type, the team's own among them. Not to be repeated blindly: every call adds one. */
    addActivity,

    /** The team's own types among them. The shape of a row is in no stored page: a name, or a record. */
    async listActivityTypes(): Promise<ActivityType[]> {
      const { data } = await api.read(listSchema, "GET", "/v1/person-activities/types");
      return data.flatMap(typeOf);
    },
  };
}

/** The order is in no page of the reference; where it is this one, the newest are at the end. */
function isOldestFirst(rows: Activity[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)].map((row) => Date.parse(row?.createdAt ?? ""));
  return first !== undefined && last !== undefined && first < last;
}

function activityOf(row: z.infer<typeof activityRow>): Activity {
  return {
    id: row.id ?? null,
    type: row.activity_type ?? null,
    text: plainText(row.activity_content ?? ""),
    createdAt: row.created_at ?? null,
    authorName: row.team_member?.name ?? null,
    jobId: row.job?.id ?? null,
    jobName: row.job?.title || row.job?.name || null,
    clientCompanyName: row.job?.company_name || null,
    subject: row.email_details?.subject || null,
  };
}

/** Of a timeline, or of the section of a search: rows that can be read. */
export function parseActivities(data: unknown[]): Activity[] {
  return rowsIn(activityRow, data).map(activityOf);
}

function typeOf(row: unknown): ActivityType[] {
  if (typeof row === "string") return row === "" ? [] : [{ key: row, name: row }];
  const { data } = z.record(z.string(), z.unknown()).safeParse(row);
  if (!data) return [];
  const name = filledText(data.name) ?? filledText(data.label) ?? filledText(data.title);
  const key = filledText(data.key) ?? filledText(data.activity_type) ?? name ?? idOf(data.id);
  return key === null ? [] : [{ key, name: name ?? key }];
}
