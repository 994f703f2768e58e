/** Whether the person in view is in Stardex: asked while the form is there already, which never waits for it. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import type { KnownPerson, Match } from "../../model/records.ts";
import type { SaveDraft } from "../../model/save.ts";
import { SendError, send } from "../../protocol/send.ts";
import type { Identity } from "../state/form-state.ts";
import { type KnownSubject, profileOf } from "./known-update.ts";

export type MatchState =
  | { phase: "asking" }
  /** What is left of the rate limit is kept for saves. */
  | { phase: "skipped" }
  /** Null: the extension itself did not answer. */
  | { phase: "failed"; problem: Problem | null }
  | { phase: "answered"; match: Match };

/** Who is asked for; only the profile decides when it is asked again. */
export interface Sought {
  linkedinUrl: string;
  name: string | null;
  companyName: string | null;
  /** Those the page shows: asked for once they are there. */
  emails: string[];
}

/** A save of this form that is through, to be corrected. */
interface OwnSave {
  person: KnownPerson;
  /** The company the person is a contact at by it: nothing to be sent once more. */
  client: SaveDraft["client"];
  otherProfile: string | null;
}

/** `workspace` is null until the worker has said under which key we are. */
export function usePersonMatch(sought: Sought, identity: Identity, workspace: string | null) {
  const [state, setState] = useState<MatchState>({ phase: "asking" });
  const [asked, setAsked] = useState(0);
  const [ownSave, setOwnSave] = useState<OwnSave | null>(null);

  useEffect(() => {
    if (workspace === null) return;
    let isCurrent = true;
    setState({ phase: "asking" });
    void ask(sought).then((answer) => {
      if (isCurrent) setState(answer);
    });
    return () => {
      isCurrent = false;
    };
    // The name and company first read are asked for; what is typed later asks nothing.
  }, [sought.linkedinUrl, sought.name === null, sought.emails.join(" "), workspace, asked]);

  return {
    state,
    /** The worker has found somebody this form knows nothing of. */
    askAgain: () => setAsked((times) => times + 1),
    /** From here on this is the person's record, as this form saved it. */
    takeOwnSave: setOwnSave,
    ownSave,
    subject: subjectOf(state, identity, ownSave),
    /** Somebody in Stardex may be this person, and the user has not said who it is. */
    isUndecided: ownSave === null && peopleOf(state).length > 0 && verdictOf(state, identity) === null,
    /** Epoch ms of the look-up that a save can rest on. */
    lookedUpAt: state.phase === "answered" ? state.match.at : undefined,
  };
}

export type PersonMatch = ReturnType<typeof usePersonMatch>;

/** Those who may be the person in view. */
export function peopleOf(state: MatchState): KnownPerson[] {
  return state.phase === "answered" && state.match.state === "possible" ? state.match.people : [];
}

/** The user's word, as far as it is about the people found. */
function verdictOf(state: MatchState, identity: Identity): KnownPerson | "new" | null {
  if (identity === null || identity === "new") return identity;
  return peopleOf(state).find(({ id }) => id === identity.personId) ?? null;
}

function subjectOf(state: MatchState, identity: Identity, ownSave: OwnSave | null): KnownSubject | null {
  if (ownSave) return { ...ownSave, isChosen: false, isOwnSave: true };
  if (state.phase !== "answered") return null;
  const { match } = state;
  if (match.state === "known")
    return { person: match.person, isChosen: false, isOwnSave: false, otherProfile: null };
  const person = verdictOf(state, identity);
  if (person === null || person === "new") return null;
  const otherProfile = person.publicId === null ? null : profileOf(person.publicId);
  return { person, isChosen: true, isOwnSave: false, otherProfile };
}

async function ask(sought: Sought): Promise<MatchState> {
  try {
    const answer = await send("person.match", sought);
    if (!answer.ok) return { phase: "failed", problem: answer.problem };
    return answer.match ? { phase: "answered", match: answer.match } : { phase: "skipped" };
  } catch (error) {
    if (error instanceof SendError) return { phase: "failed", problem: null };
    throw error;
  }
}
