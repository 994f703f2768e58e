/** `npm run --silent extract -- PAGE.html --url URL`: what the extension would read from a saved page, as one JSON object. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { JSDOM, VirtualConsole } from "jsdom";
import { readProfile } from "../../src/linkedin/read-profile.ts";
import type { Field, ProfileReading, Reading } from "../../src/linkedin/reading.ts";
import { cleanName } from "../../src/linkedin/text/name.ts";
import { splitName } from "../../src/linkedin/text/split-name.ts";

const USAGE = "Usage: npm run --silent extract -- PAGE.html --url https://www.linkedin.com/in/SLUG/";

/** Field names as this tool, the API and the golden answers spell them. */
function fieldsOf(reading: ProfileReading): Record<string, Field | null> {
  return {
    name: reading.name,
    headline: reading.headline,
    current_job_title: reading.currentJobTitle,
    company_name: reading.companyName,
    linkedin_location: reading.location,
  };
}

export function extract(html: string, url: string): Record<string, unknown> {
  // No scripts run and nothing is fetched: jsdom's defaults; the silent console drops its complaints about CSS.
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const reading = readProfile(window.document, url);
  window.close();
  return toJson(reading);
}

function toJson(reading: Reading): Record<string, unknown> {
  if (reading.result !== "profile")
    return {
      result: reading.result,
      linkedin_url: reading.linkedinUrl,
      guesses: [],
      evidence: {},
      report: reading.report,
    };
  const fields = Object.entries(fieldsOf(reading));
  const split = reading.name && splitName(cleanName(reading.name.value));
  return {
    result: reading.result,
    ...Object.fromEntries(fields.map(([key, field]) => [key, field?.value ?? null])),
    first_name: split?.firstName ?? null,
    last_name: split?.lastName ?? null,
    linkedin_url: reading.linkedinUrl,
    emails: reading.emails,
    phones: reading.phones,
    sites: reading.sites,
    guesses: fields.flatMap(([key, field]) => (field && !field.sure ? [key] : [])),
    evidence: Object.fromEntries(fields.flatMap(([key, field]) => (field ? [[key, field.source]] : []))),
    layout: reading.layout,
    warnings: reading.warnings,
  };
}

function main(): void {
  let args: ReturnType<typeof parse>;
  try {
    args = parse();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  const [page, ...more] = args.positionals;
  if (!page || more.length > 0) fail("Give exactly one page.");
  if (!args.values.url || !URL.canParse(args.values.url)) fail("Give the page's address with --url.");
  let html: string;
  try {
    html = readFileSync(page, "utf8");
  } catch {
    fail(`Cannot read ${page}.`);
  }
  console.log(JSON.stringify(extract(html, args.values.url), null, 2));
}

function parse() {
  return parseArgs({ allowPositionals: true, options: { url: { type: "string" } } });
}

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

main();
