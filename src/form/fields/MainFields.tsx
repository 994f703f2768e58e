import type { ComponentChildren } from "preact";
import { t } from "../../i18n/words.ts";
import type { Role, TitleSuggestion } from "../../linkedin/reading.ts";
import type { KnownSave } from "../match/known-save.ts";
import type { CompanyWarning } from "../role/EmployerNotice.tsx";
import { type FormAction, type FormState, standingOf } from "../state/form-state.ts";
import { MAIN_FIELDS, type MainName } from "../values/form-values.ts";
import { DifferenceTick } from "./DifferenceTick.tsx";
import { NameChoice } from "./NameChoice.tsx";
import { RolePicker } from "./RolePicker.tsx";
import { TextField } from "./TextField.tsx";
import { TitleSuggestions } from "./TitleSuggestions.tsx";

interface Props {
  state: FormState;
  dispatch: (action: FormAction) => void;
  known: KnownSave;
  isLocked: boolean;
  /** Of the employer. */
  warning: CompanyWarning | undefined;
  /** Null where the page cannot be scrolled. */
  onGoToExperience: (() => void) | null;
}

/** Name, title, company, location: what the page said, how sure it was, and what Stardex has there. */
export function MainFields({ state, dispatch, known, isLocked, warning, onGoToExperience }: Props) {
  const { values, initial, errors, justFilled } = state;
  const change = (changes: Partial<FormState["values"]>) => dispatch({ type: "changed", changes });
  const titleStanding = standingOf(state, "currentJobTitle");
  const isTitleOpen = titleStanding !== "sure" && titleStanding !== "typed";
  const suggestions = isTitleOpen && !isLocked ? initial.suggestions : [];
  const isToBeLoaded = titleStanding === "not_loaded" || titleStanding === "guess_headline";
  const goToExperience = isToBeLoaded && !isLocked ? onGoToExperience : null;

  function takeSuggestion({ title, companyName }: TitleSuggestion) {
    change({ currentJobTitle: title, ...(companyName !== null && { companyName }) });
  }

  function pickRole(role: Role) {
    change({ currentJobTitle: role.title, companyName: role.companyName ?? "" });
  }

  /** What else there is for a field, beside its label. */
  function actionOf(name: MainName): ComponentChildren {
    const difference = known.differences.find(({ field }) => field === name);
    return (
      <>
        {name === "name" && initial.shownName !== null && (
          <NameChoice
            shown={initial.shownName}
            clean={initial.values.name}
            current={values.name}
            onChoose={(chosen) => change({ name: chosen })}
          />
        )}
        {name === "currentJobTitle" && initial.roles.length > 1 && (
          <RolePicker roles={initial.roles} disabled={isLocked} onPick={pickRole} />
        )}
        {difference && (
          <DifferenceTick
            difference={difference}
            isTicked={known.isTicked(difference)}
            isLocked={isLocked}
            onTick={(isTicked) => dispatch({ type: "ticked", key: difference.key, isTicked })}
          />
        )}
      </>
    );
  }

  return (
    <>
      {MAIN_FIELDS.map(({ name, label, placeholder }) => (
        <TextField
          key={name}
          name={name}
          label={t(label)}
          placeholder={t(placeholder)}
          value={values[name]}
          standing={standingOf(state, name)}
          error={errors[name]}
          isLocked={isLocked}
          isJustFilled={justFilled.has(name)}
          onChange={(value) => change({ [name]: value })}
          onLeave={() => dispatch({ type: "left", field: name })}
          onKeyDown={(event) => {
            const [first] = suggestions;
            if (name !== "currentJobTitle" || event.key !== "ArrowDown" || !first) return;
            event.preventDefault();
            takeSuggestion(first);
          }}
          action={actionOf(name)}
          warning={name === "companyName" ? warning : undefined}
        >
          {name === "currentJobTitle" && (suggestions.length > 0 || goToExperience) && (
            <TitleSuggestions
              suggestions={suggestions}
              onTake={takeSuggestion}
              onGoToExperience={goToExperience}
            />
          )}
        </TextField>
      ))}
    </>
  );
}
