/** The border between a page and us: whatever the injected script returns is parsed before it is trusted. */
import * as z from "zod/mini";
import type { Reading } from "../linkedin/reading.ts";

const SOURCES = ["experience", "top card", "json-ld", "headline", "page title"] as const;

const fieldSchema = z.nullable(z.object({ value: z.string(), source: z.enum(SOURCES), sure: z.boolean() }));
const canonicalUrl = z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/in\/[^/?#]+$/));

const profileSchema = z.object({
  result: z.literal("profile"),
  layout: z.enum(["sdui", "classic", "guest"]),
  publicId: z.string(),
  linkedinUrl: canonicalUrl,
  name: fieldSchema,
  headline: fieldSchema,
  currentJobTitle: fieldSchema,
  companyName: fieldSchema,
  location: fieldSchema,
  currentRoles: z.array(z.object({ title: z.string(), companyName: z.nullable(z.string()) })),
  emails: z.array(z.string()),
  phones: z.array(z.object({ kind: z.enum(["mobile", "work", "home", "other"]), value: z.string() })),
  sites: z.array(z.string()),
  warnings: z.array(z.string()),
});

const refusalSchema = z.object({
  result: z.enum([
    "login_wall",
    "not_a_profile",
    "still_loading",
    "other_person_on_page",
    "people_list",
    "unrecognised_layout",
  ]),
  linkedinUrl: z.nullable(canonicalUrl),
  report: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const readingSchema = z.discriminatedUnion("result", [profileSchema, refusalSchema]);

/** The Reading in `value`, or null when it is none (the script was replaced, or did not run). */
export function parseReading(value: unknown): Reading | null {
  const parsed = readingSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
