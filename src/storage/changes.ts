/** Tells every context of the extension what changed in the database, which has no event of its own. */
import * as z from "zod/mini";

const CHANNEL = "stardex-capture";

const changeSchema = z.discriminatedUnion("kind", [
  /** The save was added, changed or removed: read it again. */
  z.object({ kind: z.literal("save"), id: z.string() }),
  /** Many saves were added or removed at once. */
  z.object({ kind: z.literal("many_saves") }),
  z.object({ kind: z.literal("batch"), id: z.string() }),
  z.object({ kind: z.literal("tray") }),
  z.object({ kind: z.literal("broken_saves") }),
  /** The key, or what Stardex says of it. */
  z.object({ kind: z.literal("connection") }),
  z.object({ kind: z.literal("everything_forgotten") }),
]);
export type Change = z.infer<typeof changeSchema>;

/** To be called after the transaction is complete. */
export function announce(change: Change): void {
  sender ??= new BroadcastChannel(CHANNEL);
  sender.postMessage(change);
}

let sender: BroadcastChannel | undefined;

/** Calls back with every change made from now on, in any context, this one too. Returns how to stop. */
export function watchChanges(callback: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const change = changeSchema.safeParse(data);
    if (change.success) callback(change.data);
  };
  return () => channel.close();
}
