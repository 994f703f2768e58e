/** What a firm has defined for itself: custom fields, and its members. */
import * as z from "zod/mini";
import type { Api } from "../api.ts";
import { filledText, id, idOf, idOrNone, listSchema, rows, rowsIn, text } from "../schemas.ts";
import type { CustomField, TeamMember } from "../types.ts";

const optionRow = z.lazy(() => z.looseObject({ id, name: z.string(), color: text }));

/** GET /v1/custom-fields/persons; *Tags* is one of them. */
const fieldRow = z.lazy(() =>
  z.looseObject({
    id,
    name: z.string(),
    data_type: z.string(),
    job_id: idOrNone,
    list_id: idOrNone,
    tags: rows,
  }),
);

export function fieldCalls(api: Api) {
  return {
    /** The firm's fields that hold everywhere, with those of a job or a list where one is named. */
    async listCustomFields(of: {
      jobId?: string | undefined;
      listId?: string | undefined;
    }): Promise<CustomField[]> {
      const query = new URLSearchParams({
        ...(of.jobId && { job_id: of.jobId }),
        ...(of.listId && { list_id: of.listId }),
      }).toString();
      const { data } = await api.read(listSchema, "GET", `/v1/custom-fields/persons${query && `?${query}`}`);
      return rowsIn(fieldRow, data).map(fieldOf);
    },

    /** The row has another shape in every place where one was seen; one without id or name is left out. */
    async listTeamMembers(): Promise<TeamMember[]> {
      const { data } = await api.read(listSchema, "GET", "/v1/team-members");
      return data.flatMap(memberOf);
    },
  };
}

function fieldOf(row: z.infer<typeof fieldRow>): CustomField {
  return {
    id: row.id,
    name: row.name,
    dataType: row.data_type,
    jobId: row.job_id ?? null,
    listId: row.list_id ?? null,
    options: rowsIn(optionRow, row.tags ?? []).map(({ id, name, color }) => ({
      id,
      name,
      color: color ?? null,
    })),
  };
}

function memberOf(row: unknown): TeamMember[] {
  const { data } = z.record(z.string(), z.unknown()).safeParse(row);
  const memberId = idOf(data?.id) ?? idOf(data?.team_member_id);
  const parts = [filledText(data?.first_name), filledText(data?.last_name)].filter((part) => part !== null);
  const name = filledText(data?.name) ?? (parts.join(" ") || filledText(data?.email));
  return memberId !== null && name ? [{ id: memberId, name }] : [];
}
