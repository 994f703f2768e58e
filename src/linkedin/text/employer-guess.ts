/** Apart from organization.ts, which goes into the injected script: the legal forms of all countries have no room there. */
import { plainCompany } from "../../model/spelling/same-company.ts";
import { beginAlike } from "./organization.ts";

/** For a guess: also where one adds a country, a legal form or a division. "Mercari, Japan" at "Mercari, Inc.". */
export function mayBeSameOrganization(a: string, b: string): boolean {
  return beginAlike(plainCompany(a), plainCompany(b));
}
