/** The part of the API's contract that the sandbox plays: names, types, limits. `npm run contract` writes it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const FULL = join(import.meta.dirname, "../../../../shared/stardex-contract.json");
export const REDUCED = join(import.meta.dirname, "stardex-contract.json");

/** What the extension calls, and what a test needs beside it. */
const PLAYED = [
  "POST /v1/candidates/update-stage",
  "POST /v1/companies/search",
  "GET /v1/companies/{id}",
  "GET /v1/custom-fields/persons",
  "POST /v1/jobs/search",
  "GET /v1/jobs/{id}",
  "POST /v1/lists/search",
  "POST /v1/lists/{id}/items",
  "POST /v1/person-activities",
  "GET /v1/person-activities/types",
  "POST /v1/persons",
  "POST /v1/persons/search",
  "GET /v1/persons/{id}",
  "PATCH /v1/persons/{id}",
  "GET /v1/persons/{id}/activities",
  "POST /v1/tasks",
  "POST /v1/tasks/search",
  "GET /v1/team-members",
];

const KEPT = ["type", "required", "min", "max", "enum", "format", "nullable", "items", "default", "when"];

type Fields = Record<string, Record<string, unknown>>;
interface FullEndpoint {
  method: string;
  path: string;
  complete: boolean;
  query: Fields | null;
  body: Fields | null;
  response_fields: Fields | null;
}

function reduceFields(fields: Fields | null): Fields {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([name, field]) => [
      name,
      Object.fromEntries(Object.entries(field).filter(([key]) => KEPT.includes(key))),
    ]),
  );
}

export function reduceContract(full: string): string {
  const { endpoints, types } = JSON.parse(full) as {
    endpoints: FullEndpoint[];
    types: Record<string, Fields>;
  };
  const played = endpoints.filter(({ method, path }) => PLAYED.includes(`${method} ${path}`));
  const reduced = {
    types: Object.fromEntries(Object.entries(types).map(([name, fields]) => [name, reduceFields(fields)])),
    endpoints: played.map(({ method, path, complete, query, body, response_fields }) => ({
      method,
      path,
      complete,
      query: reduceFields(query),
      body: reduceFields(body),
      response_fields: reduceFields(response_fields),
    })),
  };
  return `${JSON.stringify(reduced, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(REDUCED, reduceContract(readFileSync(FULL, "utf8")));
