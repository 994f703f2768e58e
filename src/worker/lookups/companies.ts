/** The companies Stardex knows: to choose a client from, and to tell what the employer is to the firm. */
import * as z from "zod/mini";
import { type Company, companySchema } from "../../model/records.ts";
import { isSameCompany, plainCompany } from "../../model/same-person.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askStardex, searchKey } from "./ask-stardex.ts";

type ClientFor = (key: string) => Pick<StardexClient, "searchCompanies">;

const found = sessionCache("companies", z.array(companySchema), 100);
const named = sessionCache("company-named", z.nullable(companySchema), 300);

/** Asked once a browser session for the same words. Without words only clients are offered. */
export function searchCompanies(text: string, clientFor: ClientFor): Promise<Answer<"companies.search">> {
  return askStardex(async ({ key, workspace }) => {
    const words = searchKey(text);
    const companies = await found.getOr(workspace, words, () =>
      clientFor(key).searchCompanies(text, words ? undefined : true),
    );
    return { companies: companies.toSorted((a, b) => Number(b.isClient) - Number(a.isClient)) };
  });
}

/** Asked once a browser session for the same name; null and no call while calls are short. */
export function companyNamed(
  name: string,
  clientFor: ClientFor,
  limiter: Pick<RateLimiter, "roomForLookUp">,
): Promise<Answer<"companies.named">> {
  return askStardex(async ({ key, workspace }) => {
    const words = plainCompany(name);
    if (!words) return { company: null };
    const cached = await named.get(workspace, searchKey(words));
    if (cached !== undefined) return { company: cached };
    if (!(await limiter.roomForLookUp())) return { company: null };
    return { company: await askForCompany(name, workspace, clientFor(key)) };
  });
}

/** The same for who cannot do without an answer. Rejects with StardexError. */
export async function askForCompany(
  name: string,
  workspace: string,
  client: Pick<StardexClient, "searchCompanies">,
): Promise<Company | null> {
  const words = plainCompany(name);
  if (!words) return null;
  const ask = async () => bestOf(await client.searchCompanies(words), words);
  return await named.getOr(workspace, searchKey(words), ask);
}

/** Of several with the name, the one there is most to say of. */
function bestOf(companies: Company[], name: string): Company | null {
  const same = companies.filter((company) => isSameCompany(company.name, name));
  return (
    same.find((company) => company.doNotContact) ??
    same.find((company) => company.isClient) ??
    same[0] ??
    null
  );
}
