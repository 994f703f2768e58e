/** The companies Stardex knows, to choose a client from. */
import * as z from "zod/mini";
import { type Company, companySchema } from "../../model/records.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askWithinLimit, type LookUpParts, searchKey } from "./ask-stardex.ts";

/** As many as a list shows. */
const SHOWN = 40;
/** Ms: what was made in Stardex a minute ago is found. */
const FRESH = 60_000;

const found = sessionCache("companies", z.array(companySchema), {
  capacity: 50,
  size: 200_000,
  maxAge: (companies) => (companies.length === 0 ? 0 : FRESH),
});

type CompanyClient = Pick<StardexClient, "searchCompanies">;

/** Clients first. Without words only clients are offered. */
export function searchCompanies(
  text: string,
  parts: LookUpParts<CompanyClient>,
): Promise<Answer<"companies.search">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => {
    const words = searchKey(text);
    const companies = await found.getOr(workspace, words, async () => {
      await mayAsk();
      return await findCompanies(words, client);
    });
    return { companies };
  });
}

/** By the longest word alone, since how several combine is not known; the others are looked for here. */
async function findCompanies(words: string, client: CompanyClient): Promise<Company[]> {
  const typed = words.split(" ").filter(Boolean);
  const [longest] = typed.toSorted((a, b) => b.length - a.length);
  const filter = longest === undefined ? { isClient: true } : { keywords: [longest] };
  const { rows } = await client.searchCompanies(filter, 1);
  const others = typed.filter((word) => word !== longest);
  return rows
    .filter(({ name }) => others.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => Number(b.isClient) - Number(a.isClient))
    .slice(0, SHOWN)
    .map(({ id, name, isClient, doNotContact }) => ({ id, name, isClient, doNotContact }));
}
