/** Whether the person in view is in Stardex: asked while the form is there already, which never waits for it. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import type { KnownPerson, Match } from "../../model/records.ts";
import type { SaveDraft } from "../../model/save.ts";
import { SendError, send } from "../../protocol/send.ts";
import type { KnownSubject } from "./known-update.ts";

export type MatchState =
  | { phase: "asking" }
  /** What is left of the rate limit is kept for saves. */
  | { phase: "skipped" }
  /** Null: the extension itself did not answer. */
  | { phase: "failed"; problem: Problem | null }
  | { phase: "answered"; match: Match };

/** The user's word on possible matches: one of them, none of them ("else"), or nothing yet. */
export type Verdict = KnownPerson | "else" | null;

/** Who is asked for; only the profile decides when it is asked again. */
export interface Sought {
  linkedinUrl: string;
  name: string | null;
  companyName: string | null;
}

/** A save of this form that is through, to be corrected. */
interface OwnSave {
  person: KnownPerson;
  /** The company she is a contact at by it: nothing to be sent once more. */
  client: SaveDraft["client"];
}

/** `workspace` is null until the worker has said under which key we are. */
export function usePersonMatch({ linkedinUrl, name, companyName }: Sought, workspace: string | null) {
  const [state, setState] = useState<MatchState>({ phase: "asking" });
  const [verdict, setVerdict] = useState<Verdict>(null);
  const [ownSave, setOwnSave] = useState<OwnSave | null>(null);

  useEffect(() => {
    if (workspace === null) return;
    let isCurrent = true;
    setState({ phase: "asking" });
    setVerdict(null);
    void ask({ linkedinUrl, name, companyName }).then((answer) => {
      if (isCurrent) setState(answer);
    });
    return () => {
      isCurrent = false;
    };
    // The name and company first read are asked for; what she types later asks nothing.
  }, [linkedinUrl, workspace]);

  return {
    state,
    verdict,
    decide: setVerdict,
    /** From here on this record is hers, as this form saved it. */
    takeOwnSave: setOwnSave,
    ownSave,
    subject: subjectOf(state, verdict, ownSave),
    /** Epoch ms of the look-up that a save can rest on. */
    lookedUpAt: state.phase === "answered" ? state.match.at : undefined,
  };
}

export type PersonMatch = ReturnType<typeof usePersonMatch>;

function subjectOf(state: MatchState, verdict: Verdict, ownSave: OwnSave | null): KnownSubject | null {
  if (ownSave) return { person: ownSave.person, isChosen: false, isOwnSave: true };
  if (state.phase !== "answered") return null;
  const { match } = state;
  if (match.state === "known") return { person: match.person, isChosen: false, isOwnSave: false };
  if (match.state !== "possible" || verdict === null || verdict === "else") return null;
  return { person: verdict, isChosen: true, isOwnSave: false };
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
