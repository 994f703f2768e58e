/** The pipelines of jobs, each asked for once, and not before it is needed. */
import { useRef, useState } from "preact/hooks";
import type { Stage } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";

export interface Pipeline {
  stages: Stage[];
  /** The stage last used on this job. */
  lastStageId: string | null;
}

/** The name of each job's first stage, as far as this page was told. */
const firstStages = new Map<string, string>();

/** Where Stardex puts a person by itself; undefined when nobody has looked. */
export function knownFirstStage(jobId: string): string | undefined {
  return firstStages.get(jobId);
}

export function useStages() {
  /** Null: asked for in vain. */
  const [stagesOf, setStagesOf] = useState<Record<string, Stage[] | null>>({});
  const asked = useRef(new Map<string, Promise<Pipeline | null>>());

  function load(jobId: string): Promise<Pipeline | null> {
    const running = asked.current.get(jobId);
    if (running) return running;
    const answer = pipelineOf(jobId).then((pipeline) => {
      if (!pipeline) asked.current.delete(jobId);
      setStagesOf((now) => ({ ...now, [jobId]: pipeline?.stages ?? null }));
      return pipeline;
    });
    asked.current.set(jobId, answer);
    return answer;
  }

  return { stagesOf, load };
}

async function pipelineOf(jobId: string): Promise<Pipeline | null> {
  try {
    const answer = await send("jobs.stages", { jobId });
    const [first] = answer.ok ? answer.stages : [];
    if (first) firstStages.set(jobId, first.name);
    return answer.ok ? answer : null;
  } catch {
    return null;
  }
}
