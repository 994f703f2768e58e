import { publicIdOf } from "../public-id.ts";
import type { Company } from "../records.ts";
import { bodyOf, notFound, ok, page } from "./answers.ts";
import type { SearchCompanies } from "./bodies.ts";
import { type ApiApp, hasKeywords, storeOf } from "./state.ts";

export function companyRoutes(app: ApiApp): void {
  app.post("/v1/companies/search", async (c) => {
    const body = await bodyOf<SearchCompanies>(c);
    const isAt = ({ linkedin_url, linkedin_id }: Company) => {
      const wanted = companyIdOf(body.linkedin_url ?? "");
      const isNumber = c.get("state").behavior.findsCompanyByNumber && wanted === String(linkedin_id);
      return isNumber || (linkedin_url !== null && wanted === companyIdOf(linkedin_url));
    };
    const found = storeOf(c).companies.filter(
      (company) =>
        (body.is_client === undefined || company.is_client === body.is_client) &&
        (body.domain === undefined || company.domain === body.domain) &&
        (body.linkedin_url === undefined || isAt(company)) &&
        hasKeywords(c, body.keywords, company.name, company.domain),
    );
    return page(c, found, body);
  });

  app.get("/v1/companies/:id", (c) => {
    const company = storeOf(c).company(c.req.param("id"));
    return company ? ok(c, company) : notFound(c, "Company");
  });
}

/** The slug or number of a company's address, lower case. */
function companyIdOf(url: string): string | undefined {
  const href = /^https?:/.test(url) ? url : `https://${url}`;
  return publicIdOf(href.replace(/\/(?:company|school|showcase)\//, "/in/"))?.toLowerCase();
}
