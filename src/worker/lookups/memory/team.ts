/** Who is in the firm, and the types of activity it added. Both change by the month. */
import * as z from "zod/mini";
import { activityTypeSchema, isTeamType } from "../../../model/activity.ts";
import { teamMemberSchema } from "../../../model/team-member.ts";
import type { Answer } from "../../../protocol/messages.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { sessionCache } from "../../../storage/cache.ts";
import { askWithinLimit, type LookUpParts } from "../ask-stardex.ts";

/** Ms: a working day, and no longer than the browser is open. */
const FRESH = 12 * 3_600_000;
const limits = { capacity: 2, size: 200_000, maxAge: (rows: unknown[]) => (rows.length > 0 ? FRESH : 0) };

const teams = sessionCache("team", z.array(teamMemberSchema), limits);
const teamTypes = sessionCache("activity_types", z.array(activityTypeSchema), limits);

/** One list a workspace. */
const ALL = "all";

export function lookUpTeam(
  parts: LookUpParts<Pick<StardexClient, "listTeamMembers">>,
): Promise<Answer<"memory.team">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => ({
    members: await teams.getOr(workspace, ALL, async () => {
      await mayAsk();
      return await client.listTeamMembers();
    }),
  }));
}

/** All types are kept, so that a team without one of its own is not asked for again. */
export function lookUpActivityTypes(
  parts: LookUpParts<Pick<StardexClient, "listActivityTypes">>,
): Promise<Answer<"memory.activity_types">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => {
    const all = await teamTypes.getOr(workspace, ALL, async () => {
      await mayAsk();
      return await client.listActivityTypes();
    });
    return { types: all.filter(isTeamType) };
  });
}
