/** What the firm wrote down about a person: asked when the user unfolds it, and kept for minutes. */
import * as z from "zod/mini";
import { activitySchema } from "../../model/activity.ts";
import type { Answer, Request } from "../../protocol/messages.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askIfRoom, type LookUpParts } from "./ask-if-room.ts";

/** Ms a timeline is shown again without a call: a colleague may write meanwhile. */
const FRESH = 5 * 60_000;

const timelineSchema = z.object({ at: z.number(), activities: z.nullable(z.array(activitySchema)) });

/** People whose timeline one looks at within minutes. */
const timelines = sessionCache("timeline", timelineSchema, 30);

const stageDates = sessionCache("stage_since", z.object({ since: z.nullable(z.string()) }), 200);

export function lookUpTimeline(
  { personId }: Request<"memory.timeline">,
  parts: LookUpParts,
): Promise<Answer<"memory.timeline">> {
  return askIfRoom(parts, {
    async cached(workspace) {
      const kept = await timelines.get(workspace, personId);
      const age = kept && parts.now() - kept.at;
      // After a clock was set back an age would be negative, and last for ever.
      return kept && age !== undefined && age >= 0 && age < FRESH
        ? { activities: kept.activities }
        : undefined;
    },
    async ask(client, workspace) {
      const activities = await client.listActivities(personId);
      // An empty one may be a moment old, and a hidden one may be allowed a minute from now.
      if (activities?.length) await timelines.set(workspace, personId, { at: parts.now(), activities });
      return { activities };
    },
  });
}

/** After a touch the timeline holds more than what was kept. Never rejects. */
export function forgetTimeline(workspace: string, personId: string): Promise<void> {
  return timelines.remove(workspace, personId);
}

export function lookUpStageSince(
  { candidateId }: Request<"memory.stage_since">,
  parts: LookUpParts,
): Promise<Answer<"memory.stage_since">> {
  return askIfRoom(parts, {
    cached: (workspace) => stageDates.get(workspace, candidateId),
    async ask(client, workspace) {
      const since = { since: await client.getStageDate(candidateId) };
      await stageDates.set(workspace, candidateId, since);
      return since;
    },
  });
}

/** After a move. Never rejects. */
export function forgetStageSince(workspace: string, candidateId: string): Promise<void> {
  return stageDates.remove(workspace, candidateId);
}
