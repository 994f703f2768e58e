import type { Answer } from "../messages.ts";
import type { StardexClient } from "../stardex/client.ts";
import type { RateLimiter } from "../stardex/rate.ts";
import { connect, publicConnection, removeConnection } from "./connection.ts";
import { rememberedJobs, searchJobs } from "./jobs.ts";
import type { Handlers } from "./router.ts";
import type { SaveQueue } from "./save-queue.ts";

interface Parts {
  queue: SaveQueue;
  limiter: RateLimiter;
  clientFor: (key: string) => Pick<StardexClient, "verifyKey" | "searchJobs">;
}

/** What is done for each message of the protocol. */
export function createHandlers({ queue, limiter, clientFor }: Parts): Handlers {
  async function connectWith(key: string): Promise<Answer<"connection.connect">> {
    const problem = await connect(key, (candidate) => clientFor(candidate).verifyKey());
    if (problem) return { ok: false, problem };
    // Another key has another count; what the last one was told no longer holds.
    await limiter.close(0);
    await queue.wake();
    return { ok: true, connection: await publicConnection() };
  }

  return {
    "connection.get": publicConnection,
    "connection.connect": ({ key }) => connectWith(key),
    "connection.remove": async () => {
      await removeConnection();
      await queue.wake();
      return await publicConnection();
    },
    "save.accept": ({ draft }) => queue.accept(draft),
    "save.retry": async ({ id, draft }) => ({ ok: await queue.retry(id, draft) }),
    "save.pending": async ({ linkedinUrl }) => ({ save: await queue.pending(linkedinUrl) }),
    "save.discard": async ({ id }) => ({ ok: await queue.discard(id) }),
    "workspace.others": () => queue.others(),
    "workspace.adopt": async ({ workspace }) => ({ ok: await queue.adopt(workspace) }),
    "workspace.discard": async ({ workspace }) => ({ ok: await queue.discardOthers(workspace) }),
    "jobs.search": ({ text }) => searchJobs(text, clientFor),
    "jobs.remembered": rememberedJobs,
    "queue.wake": async () => {
      await queue.wake();
      return {};
    },
  };
}
