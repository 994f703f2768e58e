/** The extension's side of reading a list of people; `activeTab` comes with the click. */
import * as z from "zod/mini";
import type { PersonRow } from "../linkedin/layouts/people-list.ts";
import { isNoEmployer } from "../linkedin/text/no-employer.ts";
import { callInTab } from "./call-in-tab.ts";
import script from "./injected-list.ts?script&iife";

/** Ms for a page to answer. */
const LIMIT = 4000;

const text = z.catch(z.nullable(z.string().check(z.minLength(1), z.maxLength(1000))), null);
const rowSchema = z.object({
  name: text,
  headline: text,
  location: text,
  currentTitle: text,
  currentCompany: text,
  linkedinUrl: z.nullable(z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/in\/[^/?#]+$/))),
  why: z.nullable(z.enum(["no_link", "member_id_only", "not_sure"])),
});
const listSchema = z.array(rowSchema).check(z.maxLength(300));

/**
 * The people in the tab's list, as far as they have been scrolled into the page; empty where there is no list. Null where the page may not
 * be read or does not answer within 4 s; never rejects. What employs nobody ("Freelance") is no company.
 * @public
 */
export async function readListInTab(tabId: number): Promise<PersonRow[] | null> {
  try {
    const answer = await callInTab(tabId, script, LIMIT, () => globalThis.stardexCaptureList?.());
    const list = listSchema.safeParse(answer);
    return list.success ? list.data.map(withEmployer) : null;
  } catch {
    return null;
  }
}

function withEmployer(row: PersonRow): PersonRow {
  const { currentCompany } = row;
  return currentCompany !== null && isNoEmployer(currentCompany) ? { ...row, currentCompany: null } : row;
}
