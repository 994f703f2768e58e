import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Candidacy } from "../../model/records.ts";

/** The jobs a person is on with the stage on each, newest first; archived ones folded. */
export function CandidacyList({ candidacies }: { candidacies: Candidacy[] }) {
  const open = candidacies.filter(({ isArchived }) => !isArchived);
  const archived = candidacies.filter(({ isArchived }) => isArchived);
  return (
    <div>
      {open.length > 0 && <Rows candidacies={open} />}
      {archived.length > 0 && (
        <details>
          <summary>{plural("match_archived", archived.length)}</summary>
          <Rows candidacies={archived} />
        </details>
      )}
    </div>
  );
}

function Rows({ candidacies }: { candidacies: Candidacy[] }) {
  return (
    <ul class="match-rows" aria-label={t("match_jobs")}>
      {candidacies.map(({ candidateId, jobId, jobName, clientCompanyName, stageName }) => {
        const job = [jobName ?? jobId, clientCompanyName].filter(Boolean).join(" · ");
        return (
          <li key={`${jobId} ${candidateId}`}>
            <span class="match-what" title={job}>
              {job}
            </span>
            {stageName !== null && <span class="match-stage">{stageName}</span>}
          </li>
        );
      })}
    </ul>
  );
}
