import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { TeamMember } from "../../model/team-member.ts";
import { send } from "../../protocol/send.ts";
import { changeWorkspaceChoices } from "../../settings/workspace-choices.ts";
import { useWorkspaceChoices } from "../../ui/use-workspace-choices.ts";
import { Hint, SettingHead } from "./settings-controls.tsx";
import { type StoreResult, useStored } from "./use-stored.ts";

type Team = TeamMember[] | "unasked" | "asking" | "failed";

/** No call says whose a key is, so the user says it, once. The team is asked for when it is wanted. */
export function WhoYouAre({ workspace }: { workspace: string }) {
  const id = useId();
  const { me } = useWorkspaceChoices(workspace);
  const [team, setTeam] = useState<Team>("unasked");
  const { shown, choose, note } = useStored(me, (next) => storeMe(workspace, next));
  const members = Array.isArray(team) ? team : me ? [me] : [];
  const common = { label: t("setting_me"), hint: t("setting_me_hint"), isLocked: false, isDisabled: false };

  async function ask() {
    if (team !== "unasked" && team !== "failed") return;
    setTeam("asking");
    const answer = await send("memory.team", {}).catch(() => null);
    setTeam(answer?.ok && answer.members.length > 0 ? answer.members : "failed");
  }

  return (
    <div class="setting wide">
      <SettingHead id={id} common={common} note={note}>
        <label for={id} class="setting-label">
          {common.label}
        </label>
      </SettingHead>
      <div class="setting-control">
        <select
          id={id}
          class="control"
          value={shown?.id ?? ""}
          aria-describedby={`${id}-hint`}
          onFocus={() => void ask()}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void choose(members.find((member) => member.id === value) ?? null);
          }}
        >
          <option value="">{t(team === "asking" ? "me_asking" : "me_nobody")}</option>
          {members.map(({ id: memberId, name }) => (
            <option key={memberId} value={memberId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {team === "failed" && (
        <p class="hint-line error" role="alert">
          {t("me_failed")}
        </p>
      )}
      <Hint id={id} hint={common.hint} />
    </div>
  );
}

function storeMe(workspace: string, me: TeamMember | null): Promise<StoreResult> {
  return changeWorkspaceChoices(workspace, (before) => ({ ...before, me })).then(
    () => "saved",
    () => "failed",
  );
}
