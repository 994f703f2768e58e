/** What the API's public reference says of each call, and which one a request is. */
import contract from "./stardex-contract.json" with { type: "json" };

export interface Field {
  type: string;
  required?: boolean;
  min?: number;
  max?: number;
  enum?: string[];
  format?: string;
  nullable?: boolean;
  /** The name of a type, or its fields in a few words. */
  items?: string | Record<string, string>;
  when?: string;
}
export type Fields = Record<string, Field>;

export interface Endpoint {
  method: string;
  path: string;
  /** All names of body and answer were seen: any other is refused. */
  complete: boolean;
  query: Fields;
  body: Fields;
  response_fields: Fields;
}

export const types = contract.types as unknown as Record<string, Fields>;
const endpoints = contract.endpoints as unknown as Endpoint[];

const patterns = endpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, "[^/]+")}$`),
  /** `/persons/search` is no `/persons/{id}`. */
  isPlain: !endpoint.path.includes("{"),
}));

export function endpointOf(method: string, path: string): Endpoint | undefined {
  const fitting = patterns.filter(
    ({ endpoint, pattern }) => endpoint.method === method && pattern.test(path),
  );
  return (fitting.find(({ isPlain }) => isPlain) ?? fitting[0])?.endpoint;
}
