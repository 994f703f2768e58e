/** Companies, as far as they decide whether a person may be approached. Vendor's reference: POST /v1/companies/search, GET /v1/companies/{id}. */
import * as z from "zod/mini";
import { type Api, pathOf } from "../api.ts";
import { dataSchema, filledText, flag, id, rows, text } from "../schemas.ts";
import { StardexError } from "../stardex-error.ts";
import type { Company, Found } from "../types.ts";

const ROWS = 100;
const companyRow = z.lazy(() =>
  z.looseObject({
    id,
    name: z.string(),
    is_client: flag,
    do_not_contact: flag,
    domain: text,
    linkedin_url: text,
    /** A number in the reference. */
    linkedin_id: z.catch(z.optional(z.nullable(z.union([z.string(), z.number()]))), null),
    /** `{id, name}` of one company; whether the same in a search is not said. */
    client_status: z.catch(
      z.optional(z.nullable(z.union([z.string(), z.looseObject({ name: text })]))),
      null,
    ),
    /** Its shape was in no sample. */
    do_not_contact_metadata: z.optional(z.unknown()),
    owners: rows,
    date_of_last_engagement: text,
  }),
);

export interface CompanyFilter {
  keywords?: string[];
  linkedinUrl?: string;
  domain?: string;
  isClient?: boolean;
}

export function companyCalls(api: Api) {
  return {
    /** At most so many pages, in the server's order. Whether all keywords have to fit is not said. */
    async searchCompanies(filter: CompanyFilter, pages: number): Promise<Found<Company>> {
      const found = await api.search("/v1/companies/search", bodyOf(filter), companyRow, {
        limit: ROWS,
        pages,
      });
      return { ...found, rows: found.rows.map(companyOf) };
    },

    /** Tells more than a search does: owners, last engagement, the reason of a mark. */
    async getCompany(companyId: string): Promise<Company> {
      const { data } = await api.read(dataSchema, "GET", pathOf("companies", companyId));
      const { success, data: row } = companyRow.safeParse(data);
      if (!success) throw new StardexError({ kind: "unreadable" });
      return companyOf(row);
    },
  };
}

function bodyOf({ keywords, linkedinUrl, domain, isClient }: CompanyFilter) {
  return {
    ...(keywords?.length && { keywords }),
    ...(linkedinUrl && { linkedin_url: linkedinUrl }),
    ...(domain && { domain }),
    ...(isClient !== undefined && { is_client: isClient }),
  };
}

function companyOf(row: z.infer<typeof companyRow>): Company {
  const status = row.client_status;
  return {
    id: row.id,
    name: row.name,
    isClient: row.is_client === true,
    doNotContact: row.do_not_contact === true,
    domain: row.domain ?? null,
    linkedinUrl: row.linkedin_url ?? null,
    linkedinId: row.linkedin_id == null ? null : String(row.linkedin_id),
    status: typeof status === "string" ? filledText(status) : filledText(status?.name),
    ...markOf(row.do_not_contact_metadata),
    owners: (row.owners ?? []).flatMap(ownerName),
    lastEngagement: row.date_of_last_engagement ?? null,
  };
}

/** The first text under a key that says what it is; nothing is guessed from any other. */
function markOf(metadata: unknown): { reason: string | null; until: string | null } {
  const { data = {} } = z.record(z.string(), z.unknown()).safeParse(metadata);
  const find = (name: RegExp) =>
    Object.entries(data).flatMap(([key, value]) => (name.test(key) ? (filledText(value) ?? []) : []))[0] ??
    null;
  return { reason: find(/reason|note|comment/i), until: find(/until|end|expir/i) };
}

function ownerName(row: unknown): string[] {
  const { data } = z.looseObject({ name: text, first_name: text, last_name: text }).safeParse(row);
  const name = filledText(data?.name) ?? [data?.first_name, data?.last_name].filter(Boolean).join(" ");
  return name ? [name] : [];
}
