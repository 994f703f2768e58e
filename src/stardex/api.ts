/** The few shapes all calls have: sent, read, or searched page by page. */
import * as z from "zod/mini";
import { ask, type ClientOptions, type Method } from "./http/exchange.ts";
import { rowsIn } from "./schemas.ts";
import { StardexError } from "./stardex-error.ts";
import type { Found } from "./types.ts";

export type Api = ReturnType<typeof createApi>;

/** A page of any search. Vendor's reference: `meta.total` counts what was cut off. */
const pageSchema = z.lazy(() =>
  z.looseObject({
    data: z.array(z.unknown()),
    meta: z.catch(z.optional(z.looseObject({ total: z.number() })), undefined),
  }),
);

interface Bounds {
  /** Rows a call. */
  limit: number;
  /** Calls at most; 1 when left out. */
  pages?: number;
}

/** All reject with StardexError and nothing else. */
export function createApi(options: ClientOptions) {
  const call = (method: Method, path: string, body?: unknown) => ask(options, method, path, body);

  return {
    call,

    /** The answer by its schema; one that does not fit is `unreadable`. */
    async read<T>(schema: z.ZodMiniType<T>, method: Method, path: string, body?: unknown): Promise<T> {
      return parseAnswer(schema, await call(method, path, body));
    },

    /**
     * The rows that the schema can read; one that it cannot spoils no other, but leaves the answer incomplete. Further pages are read as
     * `meta.total` says, up to the bound. More rows than were asked for are cut off unread.
     */
    async search<T>(
      path: string,
      filter: object,
      row: z.ZodMiniType<T>,
      { limit, pages = 1 }: Bounds,
    ): Promise<Found<T>> {
      const rows: unknown[] = [];
      for (let page = 0; page < pages; page++) {
        const body = { ...filter, limit, ...(rows.length > 0 && { offset: rows.length }) };
        const { data, meta } = parseAnswer(pageSchema, await call("POST", path, body));
        rows.push(...data.slice(0, limit));
        const isLast = meta ? rows.length >= meta.total : data.length < limit;
        if (isLast || data.length === 0) return readRows(row, rows, isLast);
      }
      return readRows(row, rows, false);
    },
  };
}

/** What cannot be read might be the one that is looked for. */
function readRows<T>(schema: z.ZodMiniType<T>, data: unknown[], isLast: boolean): Found<T> {
  const rows = rowsIn(schema, data);
  return { rows, isComplete: isLast && rows.length === data.length };
}

function parseAnswer<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StardexError({ kind: "unreadable" });
  return result.data;
}

export function pathOf(records: string, id: string): string {
  return `/v1/${records}/${encodeURIComponent(id)}`;
}
