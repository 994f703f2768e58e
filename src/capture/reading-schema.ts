/** The border between a page and us: whatever the injected script returns is parsed before it is trusted. */
import * as z from "zod/mini";
import { decide } from "../linkedin/decide.ts";
import type { Reading } from "../linkedin/reading.ts";

const SOURCES = ["experience", "top card", "json-ld", "headline", "page title"] as const;

/** LinkedIn's own longest, the headline, holds 220 letters. What is longer is an attack or a misread, so not a value. */
const text = z.string().check(z.maxLength(1000));
/** Silent, not failed: one absurd text does not make the others wrong. */
const shownText = z.catch(z.nullable(text), null);
/** More is no profile's; a list that is longer reads as empty. */
const several = <T extends z.ZodMiniType>(one: T) => z.catch(z.array(one).check(z.maxLength(100)), []);
const canonicalUrl = z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/in\/[^/?#]+$/));
const companyUrl = z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/company\/[^/?#]+$/));

const entrySchema = z.object({
  title: text,
  companyName: z.nullable(text),
  companyUrl: z.catch(z.nullable(companyUrl), null),
  isBare: z.boolean(),
  endedAt: text,
});

const evidenceSchema = z.object({
  result: z.literal("evidence"),
  layout: z.enum(["sdui", "classic", "guest", "recruiter", "sales_navigator"]),
  publicId: z.string().check(z.regex(/^[^\s/?#%\\<>"]{1,300}$/)),
  name: shownText,
  nameSource: z.enum(SOURCES),
  headline: shownText,
  companyName: shownText,
  location: shownText,
  experience: z.object({
    state: z.enum(["absent", "read", "unclear"]),
    whyAbsent: z.enum(["not_loaded", "all_ended", "no_role", "no_employer", "not_shown"]),
    current: several(entrySchema),
    lastEnded: z.catch(z.nullable(entrySchema), null),
  }),
  isTranslated: z.boolean(),
  emails: several(text),
  phones: several(z.object({ label: text, value: text })),
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
const pageSchema = z.discriminatedUnion("result", [evidenceSchema, refusalSchema]);

/** The Reading that the script's answer in `value` means, or null when it is none (the script was replaced, or did not run). */
export function parseReading(value: unknown): Reading | null {
  const parsed = pageSchema.safeParse(value);
  return parsed.success ? decide(parsed.data) : null;
}
