import { KnownDetails } from "./KnownDetails.tsx";
import type { Difference, Ticks } from "./known-update.ts";
import type { PersonMatch, Verdict } from "./match-state.ts";
import { PossiblePeople } from "./PossiblePeople.tsx";

export interface MatchDetailsProps {
  match: PersonMatch;
  differences: Difference[];
  ticks: Ticks;
  isLocked: boolean;
  onTick: (key: string, isTicked: boolean) => void;
  /** The user has said who it is, or (false) has taken that back. */
  onDecided: (isDecided: boolean) => void;
}

/** All that a look-up found: of the person Stardex knows, or of those who may be the one in view. */
export function MatchDetails({ match, onDecided, ...rest }: MatchDetailsProps) {
  const { state, verdict, subject } = match;

  function decide(word: Verdict) {
    match.decide(word);
    onDecided(word !== null);
  }

  if (subject) {
    const onUndo = subject.isChosen && !rest.isLocked ? () => decide(null) : undefined;
    return <KnownDetails {...rest} subject={subject} onUndo={onUndo} />;
  }
  if (state.phase !== "answered" || state.match.state !== "possible") return null;
  return (
    <PossiblePeople
      people={state.match.people}
      namesakes={state.match.namesakes}
      isElse={verdict === "else"}
      isLocked={rest.isLocked}
      onDecide={decide}
    />
  );
}
