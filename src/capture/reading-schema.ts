/** The border between a page and us: whatever the injected script returns is parsed before it is trusted. */
import * as z from "zod/mini";
import type { Reading } from "../linkedin/reading.ts";

const SOURCES = ["experience", "top card", "json-ld", "headline", "page title"] as const;

/** LinkedIn's own longest, the headline, holds 220 letters. What is longer is an attack or a misread, so not a value. */
const text = z.string().check(z.maxLength(1000));
/** Silent, not failed: one absurd text does not make the others wrong. */
const fieldSchema = z.catch(
  z.nullable(z.object({ value: text, source: z.enum(SOURCES), sure: z.boolean() })),
  null,
);
/** More is no profile's; a list that is longer reads as empty. */
const several = <T extends z.ZodMiniType>(one: T) => z.catch(z.array(one).check(z.maxLength(100)), []);
const companyUrl = z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/company\/[^/?#]+$/));
const canonicalUrl = z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/in\/[^/?#]+$/));

const profileSchema = z.object({
  result: z.literal("profile"),
  layout: z.enum(["sdui", "classic", "guest", "recruiter", "sales_navigator"]),
  publicId: z.string(),
  linkedinUrl: canonicalUrl,
  name: fieldSchema,
  headline: fieldSchema,
  currentJobTitle: fieldSchema,
  companyName: fieldSchema,
  location: fieldSchema,
  currentRoles: several(
    z.object({ title: text, companyName: z.nullable(text), companyUrl: z.nullable(companyUrl) }),
  ),
  missing: z.partialRecord(
    z.enum(["currentJobTitle", "companyName", "location"]),
    z.enum(["not_loaded", "all_ended", "no_role", "no_employer", "not_shown"]),
  ),
  titleSuggestions: several(
    z.object({
      title: text,
      source: z.enum(["headline", "last role"]),
      companyName: z.nullable(text),
      endedAt: z.nullable(text),
    }),
  ),
  isTranslated: z.boolean(),
  companyUrl: z.catch(z.nullable(companyUrl), null),
  emails: several(text),
  phones: several(z.object({ kind: z.enum(["mobile", "work", "home", "other"]), value: text })),
  sites: several(text),
  warnings: several(text),
});

const refusalSchema = z.object({
  result: z.enum([
    "login_wall",
    "not_a_profile",
    "not_a_page",
    "still_loading",
    "other_person_on_page",
    "member_id_only",
    "address_hidden",
    "people_list",
    "unrecognized_layout",
  ]),
  linkedinUrl: z.nullable(canonicalUrl),
  where: z.optional(z.enum(["public_profile", "menu"])),
  report: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

// Not at its first use: the popup loads this file, and builds it, while the page is being read.
const readingSchema = z.discriminatedUnion("result", [profileSchema, refusalSchema]);

/** The Reading in `value`, or null when it is none (the script was replaced, or did not run). */
export function parseReading(value: unknown): Reading | null {
  const parsed = readingSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
