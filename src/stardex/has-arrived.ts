import type { PersonBody } from "./person-body.ts";
import type { PersonRow } from "./schemas.ts";

/**
 * Whether a row found by URL shows what `body` would have stored. A person may have been in Stardex
 * long before: then being found proves nothing, and a body that never arrived must be sent again.
 * Sending it again is safe (the server matches on the URL), losing it is not, so every difference
 * counts. Fields the row does not carry are passed over.
 */
export function hasArrived(row: PersonRow, body: PersonBody): boolean {
  return (
    isSamePerson(row, body) &&
    shows(row.name, body.name) &&
    shows(row.current_job_title, body.current_job_title) &&
    shows(companyOf(row), body.company_name)
  );
}

function isSamePerson(row: PersonRow, body: PersonBody): boolean {
  if (!row.linkedin_public_id) return true;
  const slug = body.linkedin_url.slice(body.linkedin_url.lastIndexOf("/") + 1);
  return plainSlug(row.linkedin_public_id) === plainSlug(slug);
}

function companyOf({ current_company_name, company_name }: PersonRow): string | null | undefined {
  return current_company_name === undefined ? company_name : current_company_name;
}

function shows(stored: string | null | undefined, sent: string | undefined): boolean {
  if (stored === undefined || sent === undefined) return true;
  return stored?.trim() === sent;
}

function plainSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize("NFC").toLowerCase();
  } catch {
    return slug.toLowerCase();
  }
}
