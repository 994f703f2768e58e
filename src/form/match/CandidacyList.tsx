import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Candidacy } from "../../model/records.ts";
import { CandidacyStage } from "../memory/CandidacyStage.tsx";
import type { TouchHandle } from "../memory/touch/use-touch.ts";

interface Props {
  candidacies: Candidacy[];
  touch: TouchHandle;
  isLocked: boolean;
}

/** The jobs a person is on with the stage on each, newest first; archived ones folded. */
export function CandidacyList({ candidacies, ...rest }: Props) {
  const open = candidacies.filter(({ isArchived }) => !isArchived);
  const archived = candidacies.filter(({ isArchived }) => isArchived);
  return (
    <div>
      {open.length > 0 && <Rows candidacies={open} {...rest} />}
      {archived.length > 0 && (
        <details>
          <summary>{plural("match_archived", archived.length)}</summary>
          <Rows candidacies={archived} {...rest} />
        </details>
      )}
    </div>
  );
}

/** An archived job's pipeline is closed: its stage is told, not moved. */
function Rows({ candidacies, touch, isLocked }: Props) {
  return (
    <ul class="match-rows" aria-label={t("match_jobs")}>
      {candidacies.map((candidacy) => {
        const { candidateId, jobId, jobName, clientCompanyName, stageName, isArchived } = candidacy;
        const job = [jobName ?? jobId, clientCompanyName].filter(Boolean).join(" · ");
        return (
          <li key={`${jobId} ${candidateId}`} class={isArchived ? "" : "candidacy"}>
            <span class="match-what" title={job} dir="auto">
              {job}
            </span>
            {isArchived ? (
              stageName !== null && <span class="match-stage">{stageName}</span>
            ) : (
              <CandidacyStage candidacy={candidacy} touch={touch} isLocked={isLocked} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
