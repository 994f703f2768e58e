/** Where the checks before a save have their answers from: Stardex, or what was asked some minutes ago. */
import type { EmployerRecord, Match } from "../../model/records.ts";
import type { Employer } from "../../model/save.ts";
import type { Request } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { companiesOf } from "../lookups/employers.ts";
import { jobState } from "../lookups/job-detail.ts";
import { findMatch } from "../lookups/match.ts";
import { cachedMatch, rememberMatch } from "../lookups/match-cache.ts";

/** What the checks ask of Stardex. */
export type CheckClient = Pick<
  StardexClient,
  "findPerson" | "findByEmail" | "searchByName" | "searchCompanies" | "getCompany" | "getJob"
>;

export interface Answers {
  /** The look-up of the last minutes, if there is one. */
  keptMatch: (linkedinUrl: string) => Promise<Match | null>;
  match: (seen: Request<"person.match">) => Promise<Match>;
  companies: (employer: Employer) => Promise<EmployerRecord[]>;
  job: (jobId: string) => Promise<{ isOpen: boolean }>;
}

/** Reject with StardexError, or TooManyCompanies. What was asked before is not asked again. */
export function askedAnswers(workspace: string, client: CheckClient, now: number): Answers {
  return {
    keptMatch: (linkedinUrl) => cachedMatch(workspace, linkedinUrl, now),
    async match(seen) {
      const match = await findMatch(seen, client, now);
      // The user may have to look next: the form then asks nothing again.
      await rememberMatch(workspace, seen.linkedinUrl, match);
      return match;
    },
    companies: (employer) => companiesOf(employer, workspace, client),
    job: (jobId) => jobState(jobId, workspace, client),
  };
}
