/**
 * Golden pairs: a page and the answer a careful person would give for it. Own fixtures lie in
 * e2e/linkedin-pages; real pages, where a checkout has them, beside the project in shared/pages.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { z } from "zod";
import type { PhoneKind, ProfileReading, Reading, Refusal } from "../../src/linkedin/reading.ts";

const answerSchema = z.object({
  url: z.string(),
  layout: z.string(),
  result: z.enum(["profile", "not_a_profile", "people_list", "contact_info_snippet"]),
  expected: z
    .object({
      name: z.string().nullable(),
      headline: z.string().nullable(),
      current_job_title: z.string().nullable(),
      company_name: z.string().nullable(),
      linkedin_location: z.string().nullable(),
      public_id: z.string(),
    })
    .optional(),
  /** Fields where giving nothing is as right as the value: the page only hints. */
  or_null: z.array(z.string()).default([]),
  emails: z.array(z.string()).optional(),
  phones: z
    .array(z.object({ kind: z.enum(["mobile", "work", "home", "other"]), value: z.string() }))
    .optional(),
  sites: z.array(z.string()).optional(),
  /** A slug the person has given up: right too where the page says no more. */
  former_public_id: z.string().optional(),
  /** Refusals that fit this page; any will do when absent. */
  reasons: z.array(z.string()).optional(),
  /** The people of a list, as its rows give them. */
  rows: z
    .array(
      z.object({
        name: z.string().nullable(),
        headline: z.string().nullable(),
        location: z.string().nullable(),
        currentTitle: z.string().nullable(),
        currentCompany: z.string().nullable(),
        linkedinUrl: z.string().nullable(),
        why: z.string().nullable(),
      }),
    )
    .optional(),
  /** Second html file, shown in the page's interop iframe. */
  frame: z.string().optional(),
  notes: z.string().default(""),
});
type Answer = z.infer<typeof answerSchema>;

export type Collection = "own" | "shared";

export interface Golden {
  name: string;
  collection: Collection;
  html: string;
  frameHtml: string | null;
  answer: Answer;
}

const folders: Record<Collection, URL> = {
  own: new URL("../linkedin-pages/", import.meta.url),
  shared: new URL("../../../shared/pages/", import.meta.url),
};

/** All pairs of a collection by name; none when its folder is absent. */
export function loadGoldens(collection: Collection): Golden[] {
  const folder = folders[collection];
  if (!existsSync(folder)) return [];
  const read = (file: string): string => readFileSync(fileURLToPath(new URL(file, folder)), "utf8");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const name = file.slice(0, -".json".length);
      const answer = answerSchema.parse(JSON.parse(read(file)));
      return {
        name,
        collection,
        html: read(`${name}.html`),
        frameHtml: answer.frame ? read(answer.frame) : null,
        answer,
      };
    });
}

export interface OpenPage {
  document: Document;
  /** The document inside the interop iframe, where the golden gives one. */
  frameDocument: Document | null;
  close(): void;
}

/** Parses the page, and its frame into the interop iframe. */
export function openGolden(golden: Golden): OpenPage {
  const dom = new JSDOM(golden.html, { url: golden.answer.url });
  const { document } = dom.window;
  const frame = golden.frameHtml === null ? null : new JSDOM(golden.frameHtml).window.document;
  return { document, frameDocument: frame && fillFrame(document, frame), close: () => dom.window.close() };
}

/**
 * Puts a fresh copy of `original` into `copy`, a page opened from the same golden. Far cheaper than
 * parsing a real page, or opening a window, once more.
 */
export function resetPage(copy: OpenPage, original: OpenPage): void {
  replaceContent(copy.document, original.document);
  const frame = original.frameDocument;
  copy.frameDocument = frame && fillFrame(copy.document, frame);
}

/** jsdom loads no frames: the content is put there by hand. */
function fillFrame(top: Document, content: Document): Document {
  const frame = top.querySelector<HTMLIFrameElement>('iframe[data-testid="interop-iframe"]');
  const inner = frame?.contentDocument;
  if (!inner) throw new Error("a golden with a frame needs an interop iframe");
  replaceContent(inner, content);
  return inner;
}

function replaceContent(document: Document, content: Document): void {
  document.documentElement?.remove();
  document.append(document.importNode(content.documentElement, true));
}

export const fieldNames = [
  "name",
  "headline",
  "current_job_title",
  "company_name",
  "linkedin_location",
  "public_id",
  "contact",
] as const;
export type FieldName = (typeof fieldNames)[number];
type Outcome = "ok" | "missing" | "wrong";

interface Miss {
  field: FieldName | "result";
  outcome: Exclude<Outcome, "ok">;
  expected: string | null;
  got: string | null;
}

export interface Verdict {
  /** Only what the page shows: a field rightly left out has no entry. */
  outcomes: Partial<Record<FieldName, Outcome>>;
  /** A profile, or a field of one, where there is none to read. */
  phantom: boolean;
  misses: Miss[];
}

/** Judges a reading against its golden answer. Wrong and phantom are faults; missing is a gap. */
export function judge(golden: Golden, reading: Reading): Verdict {
  return golden.answer.expected ? judgeProfile(golden.answer, reading) : judgeRefusal(golden.answer, reading);
}

function judgeRefusal(answer: Answer, reading: Reading): Verdict {
  if (reading.result === "profile") {
    const given = givenFields(reading).filter(([, value]) => value !== null);
    const empty = given.every(([field]) => field === "public_id");
    const mayBeProfile = answer.result === "contact_info_snippet" && empty;
    if (mayBeProfile) return { outcomes: {}, phantom: false, misses: [] };
    const got = given.map(([field, value]) => `${field}=${value}`).join("; ");
    return {
      outcomes: {},
      phantom: true,
      misses: [{ field: "result", outcome: "wrong", expected: "a refusal", got: `profile ${got}` }],
    };
  }
  const fits = answer.reasons?.includes(reading.result) ?? true;
  if (fits) return { outcomes: {}, phantom: false, misses: [] };
  const expected = answer.reasons?.join(" or ") ?? null;
  return {
    outcomes: {},
    phantom: false,
    misses: [{ field: "result", outcome: "missing", expected, got: reading.result }],
  };
}

function judgeProfile(answer: Answer, reading: Reading): Verdict {
  const verdict: Verdict = { outcomes: {}, phantom: false, misses: [] };
  const got =
    reading.result === "profile" ? Object.fromEntries(givenFields(reading)) : addressOnly(answer, reading);
  for (const field of Object.keys(answer.expected ?? {}) as (keyof NonNullable<Answer["expected"]>)[]) {
    const expected = answer.expected?.[field] ?? null;
    record(verdict, field, expected, got[field] ?? null, answer.or_null.includes(field));
  }
  if (got.public_id && got.public_id === answer.former_public_id) forgive(verdict, "public_id");
  if (reading.result === "profile" && !isCanonical(reading.linkedinUrl, reading.publicId)) {
    verdict.outcomes.public_id = "wrong";
    verdict.misses.push({
      field: "public_id",
      outcome: "wrong",
      expected: reading.publicId,
      got: reading.linkedinUrl,
    });
  }
  judgeContact(verdict, answer, reading);
  if (reading.result !== "profile" && verdict.misses.length > 0) {
    verdict.misses = [{ field: "result", outcome: "missing", expected: "profile", got: reading.result }];
  }
  return verdict;
}

/** Where even the name may stay out, the address alone is a right answer, in a refusal too. */
function addressOnly(answer: Answer, { linkedinUrl }: Refusal): Partial<Record<FieldName, string | null>> {
  const expected = answer.expected?.public_id ?? "";
  const enough =
    answer.or_null.includes("name") && linkedinUrl !== null && isCanonical(linkedinUrl, expected);
  return enough ? { public_id: expected } : {};
}

function forgive(verdict: Verdict, field: FieldName): void {
  verdict.outcomes[field] = "ok";
  verdict.misses = verdict.misses.filter((miss) => miss.field !== field);
}

function record(
  verdict: Verdict,
  field: FieldName,
  expected: string | null,
  got: string | null,
  orNull: boolean,
): void {
  if (got === null && (expected === null || orNull)) return;
  const same = got !== null && expected !== null && plain(got) === plain(expected);
  const outcome = same ? "ok" : got === null ? "missing" : "wrong";
  verdict.outcomes[field] = outcome;
  if (outcome !== "ok") verdict.misses.push({ field, outcome, expected, got });
}

/** E-mails, phones and sites as one field. Without an answer, they may only come out of an overlay. */
function judgeContact(verdict: Verdict, answer: Answer, reading: Reading): void {
  const got = reading.result === "profile" ? contactItems(reading) : [];
  const known = answer.emails ?? answer.phones ?? answer.sites;
  if (!known && answer.url.includes("/overlay/contact-info")) return;
  const { emails = [], phones = [], sites = [] } = answer;
  const expected = contactItems({ emails, phones, sites });
  const partial = got.length < expected.length && got.every((item) => expected.includes(item));
  const listed = (items: string[]): string | null => (items.length > 0 ? items.join(", ") : null);
  record(
    verdict,
    "contact",
    listed(expected),
    partial ? null : listed(got),
    answer.or_null.includes("contact"),
  );
}

interface Contact {
  emails: string[];
  phones: { kind: PhoneKind; value: string }[];
  sites: string[];
}

function contactItems({ emails, phones, sites }: Contact): string[] {
  return [...emails, ...phones.map(({ kind, value }) => `${kind} ${value}`), ...sites];
}

function givenFields(reading: ProfileReading): [Exclude<FieldName, "contact">, string | null][] {
  return [
    ["name", reading.name?.value ?? null],
    ["headline", reading.headline?.value ?? null],
    ["current_job_title", reading.currentJobTitle?.value ?? null],
    ["company_name", reading.companyName?.value ?? null],
    ["linkedin_location", reading.location?.value ?? null],
    ["public_id", reading.publicId || null],
  ];
}

function isCanonical(url: string, publicId: string): boolean {
  const prefix = "https://www.linkedin.com/in/";
  return url.startsWith(prefix) && decodeURIComponent(url.slice(prefix.length)) === publicId;
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text with blanks and invisible characters levelled: what an eye compares. */
export function plain(text: string): string {
  return text.normalize("NFC").replace(invisible, "").replace(/\s+/gu, " ").trim();
}
