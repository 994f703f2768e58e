/**
 * Notes, tasks and activities that Stardex has taken of this browser. The same words can be sent twice on purpose:
 * the row of the first is not the second's, however close the two are.
 */
import * as z from "zod/mini";
import { database } from "../../../storage/database.ts";

const NAME = "own_rows";
/** More than are sent before a lost answer is looked up. */
const MOST = 100;

const rowsSchema = z.array(
  z.object({
    /** Null when the answer did not tell: a note that went with a new person. */
    id: z.nullable(z.string()),
    saveId: z.string(),
    personId: z.string(),
    /** Of the words alone, which are the user's. */
    hash: z.number(),
  }),
);
type OwnRow = z.infer<typeof rowsSchema>[number];

export interface OwnRows {
  /** Id of the save whose row it is; undefined where that is not known. */
  saveOf(id: string | null): string | undefined;
  /** Whether another save has put these words on the person in a row whose id is not known. */
  hasTwin(save: { saveId: string; personId: string }, text: string): boolean;
}

/** Never rejects: that the row has arrived counts more. */
export async function rememberOwnRow(
  id: string | null,
  save: { saveId: string; personId: string },
  text: string,
): Promise<void> {
  try {
    const transaction = (await database()).transaction("worker", "readwrite");
    const rows = parseRows(await transaction.store.get(NAME));
    const all: OwnRow[] = [...rows, { id, ...save, hash: hashOf(text) }];
    await transaction.store.put(all.slice(-MOST), NAME);
    await transaction.done;
  } catch (error) {
    console.warn("A row in Stardex was not noted", error);
  }
}

export async function readOwnRows(): Promise<OwnRows> {
  const rows = parseRows(await (await database()).get("worker", NAME));
  return {
    saveOf: (id) => (id === null ? undefined : rows.find((row) => row.id === id)?.saveId),
    hasTwin: ({ saveId, personId }, text) =>
      rows.some(
        (row) =>
          row.id === null && row.personId === personId && row.saveId !== saveId && row.hash === hashOf(text),
      ),
  };
}

function parseRows(value: unknown): OwnRow[] {
  return rowsSchema.safeParse(value).data ?? [];
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of text.replace(/\s+/g, " ").trim()) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
