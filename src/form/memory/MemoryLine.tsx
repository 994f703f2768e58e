import type { KnownPerson } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import { firstNameOf, type PlaceholderValues } from "../../model/snippets.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { useWorkspaceChoices } from "../../ui/use-workspace-choices.ts";
import type { FormError } from "../values/form-errors.ts";
import type { LogState } from "./touch/log-state.ts";
import { TouchLine } from "./touch/TouchLine.tsx";
import type { TouchHandle } from "./touch/use-touch.ts";

export interface MemoryLineProps {
  person: KnownPerson;
  touch: TouchHandle;
  workspace: string | null;
  /** Those chosen in the form. */
  jobs: readonly PlacedJob[];
  isLocked: boolean;
  log: LogState | null;
  error: FormError | undefined;
  onLog: (log: LogState | null) => void;
}

/** The line below the match of a known person; none where the firm or the user turned it off. */
export function MemoryLine({ person, touch, workspace, jobs, ...rest }: MemoryLineProps) {
  const effective = useSettings();
  const { me } = useWorkspaceChoices(workspace);
  if (!effective?.values.teamMemory) return null;
  return (
    <TouchLine
      personName={person.name ?? ""}
      last={person.lastTouch ?? null}
      values={placeholderValues(person, jobs)}
      snippets={effective.values.snippets}
      me={me}
      accept={touch.accept}
      {...rest}
    />
  );
}

/** The job that is chosen in the form, else the newest open one the person is on. */
function placeholderValues(person: KnownPerson, jobs: readonly PlacedJob[]): PlaceholderValues {
  const [chosen] = jobs;
  const open = person.candidacies.find(({ isArchived }) => !isArchived);
  return {
    first_name: firstNameOf(person),
    job: chosen?.job.name ?? open?.jobName ?? null,
    client: chosen ? chosen.job.clientCompanyName : (open?.clientCompanyName ?? null),
  };
}
