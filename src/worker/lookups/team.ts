/** Who is in the firm, and the types of activity it added. Both change by the month: asked once a session. */
import * as z from "zod/mini";
import { activityTypeSchema, isTeamType } from "../../model/activity.ts";
import { teamMemberSchema } from "../../model/team-member.ts";
import type { Answer } from "../../protocol/messages.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askIfRoom, type LookUpParts } from "./ask-if-room.ts";

const teams = sessionCache("team", z.object({ members: z.array(teamMemberSchema) }), 2);
const typeLists = sessionCache("activity_types", z.object({ types: z.array(activityTypeSchema) }), 2);

/** One list a workspace. */
const ALL = "all";

export function lookUpTeam(parts: LookUpParts): Promise<Answer<"memory.team">> {
  return askIfRoom(parts, {
    cached: (workspace) => teams.get(workspace, ALL),
    async ask(client, workspace) {
      const team = { members: await client.listTeamMembers() };
      if (team.members.length > 0) await teams.set(workspace, ALL, team);
      return team;
    },
  });
}

export function lookUpActivityTypes(parts: LookUpParts): Promise<Answer<"memory.activity_types">> {
  return askIfRoom(parts, {
    cached: (workspace) => typeLists.get(workspace, ALL),
    async ask(client, workspace) {
      const all = await client.listActivityTypes();
      const own = { types: all.filter(isTeamType) };
      await typeLists.set(workspace, ALL, own);
      return own;
    },
  });
}
