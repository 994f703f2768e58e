import { send } from "../../protocol/send.ts";
import { readSavesPage } from "../../storage/saves.ts";

/** Asks the worker to try every waiting save now, oldest first, as if each had been clicked. */
export async function sendAllNow(workspace: string): Promise<void> {
  const ids: string[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof readSavesPage>> = await readSavesPage({
      workspace,
      limit: 200,
      states: ["waiting", "in_doubt"],
      ...(before !== null && { before }),
    });
    ids.push(...page.saves.map(({ id }) => id));
    before = page.next;
  } while (before !== null);
  // One that was sent meanwhile answers that there is nothing to try.
  for (const id of ids.reverse()) await send("save.retry", { id }).catch(() => undefined);
}
