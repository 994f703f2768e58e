import type { Answer } from "../protocol/messages.ts";
import type { StardexClient } from "../stardex/client.ts";
import { createBatches } from "./batch/batches.ts";
import { removeFromTray } from "./batch/tray.ts";
import { checkAgain, connect, publicConnection, removeConnection } from "./key/connection.ts";
import { askStardex } from "./lookups/ask-stardex.ts";
import { searchCompanies } from "./lookups/companies.ts";
import { checkEmployers } from "./lookups/employers.ts";
import { jobStages } from "./lookups/job-detail.ts";
import { searchJobs } from "./lookups/job-search.ts";
import { searchLists } from "./lookups/lists.ts";
import { createMatcher } from "./lookups/match.ts";
import { lookUpFields } from "./lookups/memory/fields.ts";
import { lookUpMyJobs } from "./lookups/memory/my-jobs.ts";
import { findPeople, findPeopleAt } from "./lookups/memory/people.ts";
import { lookUpActivityTypes, lookUpTeam } from "./lookups/memory/team.ts";
import { lookUpStageSince, lookUpTimeline } from "./lookups/memory/timeline.ts";
import type { PresentLimiter } from "./lookups/rate-store.ts";
import { pinJob, rememberedJobs } from "./lookups/remembered-jobs.ts";
import type { SaveQueue } from "./queue/queue.ts";
import type { Handlers } from "./router.ts";

interface Parts {
  queue: SaveQueue;
  limiter: PresentLimiter;
  clientFor: (key: string) => StardexClient;
  forgetEverything: () => Promise<void>;
  /** Epoch ms. */
  now: () => number;
}

/** What is done for each message of the protocol. */
export function createHandlers({ queue, limiter, clientFor, forgetEverything, now }: Parts): Handlers {
  const lookUp = { clientFor, limiter };
  const batches = createBatches({ goOn: queue.goOn, now });
  const verify = (key: string) => clientFor(key).verifyKey();

  async function connectWith(key: string): Promise<Answer<"connection.connect">> {
    const problem = await connect(key, verify);
    if (problem) return { ok: false, problem };
    await queue.wake();
    return { ok: true, connection: await publicConnection() };
  }

  async function check(): Promise<Answer<"connection.check">> {
    const problem = await checkAgain(verify);
    if (problem) return { ok: false, problem };
    await queue.wake();
    return { ok: true, connection: await publicConnection() };
  }

  return {
    "connection.get": publicConnection,
    "connection.connect": ({ key }) => connectWith(key),
    "connection.check": check,
    "connection.remove": async () => {
      await removeConnection();
      await queue.wake();
      return await publicConnection();
    },
    "save.accept": ({ draft, workspace }) => queue.accept(draft, workspace),
    "save.retry": async ({ id, draft }) => ({ ok: await queue.retry(id, draft) }),
    "save.pending": async ({ linkedinUrl }) => ({ save: await queue.pending(linkedinUrl) }),
    "save.hold": async ({ id }) => ({ ok: await queue.hold(id) }),
    "save.undo": async ({ id }) => ({ ok: await queue.undo(id) }),
    "save.discard": async ({ id }) => ({ ok: await queue.discard(id) }),
    "save.settle": async ({ id }) => ({ ok: await queue.settle(id) }),
    "saves.discard_broken": async ({ id }) => ({ ok: await queue.discardBroken(id) }),
    "workspace.others": () => queue.others(),
    "workspace.adopt": async ({ workspace }) => ({ ok: await queue.adopt(workspace) }),
    "workspace.discard": async ({ workspace }) => ({ ok: await queue.discardOthers(workspace) }),
    "batch.start": batches.start,
    "batch.change": batches.change,
    "batch.forget": batches.forget,
    "tray.remove": async ({ linkedinUrls }) => ({ ok: await removeFromTray(linkedinUrls) }),
    "person.match": createMatcher({ clientFor, limiter, now }),
    "person.checks": (question) =>
      askStardex(async ({ key, workspace }) => ({
        check: await checkEmployers(question, workspace, clientFor(key), limiter),
      })),
    "jobs.search": ({ text }) => searchJobs(text, lookUp),
    "jobs.remembered": rememberedJobs,
    "jobs.pin": ({ job, isPinned }) => pinJob(job, isPinned),
    "jobs.stages": ({ jobId }) => jobStages(jobId, lookUp),
    "companies.search": ({ text }) => searchCompanies(text, lookUp),
    "lists.search": ({ text }) => searchLists(text, lookUp),
    "memory.timeline": (question) => lookUpTimeline(question, lookUp),
    "memory.stage_since": (question) => lookUpStageSince(question, lookUp),
    "memory.activity_types": () => lookUpActivityTypes(lookUp),
    "memory.team": () => lookUpTeam(lookUp),
    "memory.fields": (question) => lookUpFields(question, lookUp),
    "jobs.mine": () => lookUpMyJobs(lookUp),
    "people.at_company": ({ companyId }) => findPeopleAt(companyId, lookUp),
    "people.by_name": ({ name }) => findPeople(name, lookUp),
    "touch.accept": ({ draft, workspace, graceSeconds }) =>
      queue.accept(draft, workspace, graceSeconds * 1000),
    "data.forget": async () => {
      await forgetEverything();
      return {};
    },
    "queue.wake": async () => {
      await queue.wake();
      return {};
    },
  };
}
