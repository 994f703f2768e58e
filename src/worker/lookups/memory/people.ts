/** People by a part of their name, and those of a company. */
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

/** Who else of the firm's database works at a company that is off-limits. */
export function findPeopleAt(
  companyId: string,
  parts: LookUpParts<Pick<StardexClient, "searchAtCompany">>,
): Promise<Answer<"people.at_company">> {
  return askWithinLimit(parts, async (_connection, client, mayAsk) => {
    await mayAsk();
    const { rows, isComplete } = await client.searchAtCompany(companyId);
    return { people: rows, isComplete };
  });
}
