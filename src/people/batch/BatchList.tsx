import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Batch, BatchCounts } from "../../model/batch.ts";
import { countBatch, readBatches, watchBatches } from "../../storage/batches.ts";
import { BatchProgress } from "./BatchProgress.tsx";

export interface CountedBatch {
  batch: Batch;
  counts: BatchCounts;
}

interface Props {
  workspace: string;
  /** Where the saves that wait for a decision are shown. */
  recentUrl: string;
}

/** The batches of a workspace, newest first, each with how far it is; nothing without any. */
export function BatchList({ workspace, recentUrl }: Props) {
  const batches = useBatches(workspace);
  if (batches.length === 0) return null;
  return (
    <section class="card batches" id="batches">
      <h2 tabIndex={-1}>{t("batches_title")}</h2>
      <ul>
        {batches.map(({ batch, counts }) => (
          <li key={batch.id}>
            <BatchProgress batch={batch} counts={counts} recentUrl={recentUrl} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function batchTitle({ name, total }: Batch): string {
  const people = plural("batch_people", total);
  return name === null ? people : t("batch_title", name, people);
}

/** Ms between two counts: a batch that goes on changes several times a second. */
const PAUSE = 300;

function useBatches(workspace: string): CountedBatch[] {
  const [batches, setBatches] = useState<CountedBatch[]>([]);
  useEffect(() => {
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const counted = await Promise.all(
        (await readBatches(workspace)).map(async (batch) => ({ batch, counts: await countBatch(batch) })),
      );
      if (!isStopped) setBatches(counted);
    };
    const readQuietly = () => void read().catch((error: unknown) => console.warn("No batches", error));
    const stop = watchBatches(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        readQuietly();
      }, PAUSE);
    });
    readQuietly();
    return () => {
      isStopped = true;
      clearTimeout(timer);
      stop();
    };
  }, [workspace]);
  return batches;
}
