/** What the firm wrote down about a person: asked when the user unfolds it, and kept for minutes. */
import * as z from "zod/mini";
import { activitySchema } from "../../../model/activity.ts";
import type { Answer, Request } from "../../../protocol/messages.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { sessionCache } from "../../../storage/cache.ts";
import { askWithinLimit, type LookUpParts } from "../ask-stardex.ts";

/** Ms: a colleague may write meanwhile. */
const FRESH = 5 * 60_000;

const timelines = sessionCache("timeline", z.nullable(z.array(activitySchema)), {
  capacity: 30,
  size: 1_000_000,
  // An empty one may be a moment old, and a hidden one be allowed a minute from now.
  maxAge: (activities) => (activities?.length ? FRESH : 0),
});

const stageDates = sessionCache("stage_since", z.nullable(z.string()), {
  capacity: 200,
  size: 50_000,
  maxAge: (since) => (since === null ? 0 : FRESH),
});

export function lookUpTimeline(
  { personId }: Request<"memory.timeline">,
  parts: LookUpParts<Pick<StardexClient, "listActivities">>,
): Promise<Answer<"memory.timeline">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => ({
    activities: await timelines.getOr(workspace, personId, async () => {
      await mayAsk();
      return await client.listActivities(personId);
    }),
  }));
}

export function lookUpStageSince(
  { candidateId }: Request<"memory.stage_since">,
  parts: LookUpParts<Pick<StardexClient, "getStageDate">>,
): Promise<Answer<"memory.stage_since">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => ({
    since: await stageDates.getOr(workspace, candidateId, async () => {
      await mayAsk();
      return await client.getStageDate(candidateId);
    }),
  }));
}

/** After a touch Stardex knows more than what was kept. Never rejects. */
export async function forgetTimeline(
  workspace: string,
  personId: string,
  candidateIds: string[],
): Promise<void> {
  await timelines.remove(workspace, personId);
  for (const id of candidateIds) await stageDates.remove(workspace, id);
}
