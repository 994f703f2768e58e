/** People by a part of their name, for who logs something away from their profile. */
import type { Answer } from "../../../protocol/messages.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { askWithinLimit, type LookUpParts } from "../ask-stardex.ts";

/** As many as a list shows. */
const SHOWN = 20;

export function findPeople(
  name: string,
  parts: LookUpParts<Pick<StardexClient, "searchByName">>,
): Promise<Answer<"people.by_name">> {
  return askWithinLimit(parts, async (_connection, client, mayAsk) => {
    await mayAsk();
    const { rows } = await client.searchByName(name.trim(), 1);
    return { people: rows.slice(0, SHOWN) };
  });
}
