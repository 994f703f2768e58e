/**
 * What the user ticked and chose for the people of one page: of the page read last, until it is sent. The popup closes
 * at a click elsewhere.
 */
import * as z from "zod/mini";
import { peopleTable } from "../../storage/people-tables.ts";
import { choicesSchema } from "./kept-choices.ts";
import { rowsSchema } from "./kept-tables.ts";

/** `place`: of the page, by `placeOf`. */
export function tablesOfPage(place: string) {
  return {
    rows: ofPage("page_rows", rowsSchema, place),
    choices: ofPage("page_choices", choicesSchema, place),
  };
}

function ofPage<T>(name: string, schema: z.ZodMiniType<T>, place: string) {
  const table = peopleTable(name, z.object({ place: z.string(), content: schema }));
  return {
    /** What was kept of another page goes. */
    async read(workspace: string) {
      const kept = await table.read(workspace);
      if (kept?.content.place === place) return { ...kept, content: kept.content.content };
      if (kept) await table.forget(workspace);
      return null;
    },
    write: (workspace: string, content: T) => table.write(workspace, { place, content }),
    forget: table.forget,
  };
}
