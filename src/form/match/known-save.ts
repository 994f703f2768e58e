/** What the look-up makes of a save: who she is in Stardex, what of the form goes there, what Save says. */
import { useState } from "preact/hooks";
import { personAfterSave } from "../../model/person-after-save.ts";
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import { type FormValues, type InitialForm, isCandidate, isContact, personValues } from "../form-values.ts";
import { type SaveIntent, saveIntent } from "../saving/save-intent.ts";
import { type Difference, differences, isTicked, knownPart, type Ticks } from "./known-update.ts";
import { usePersonMatch } from "./match-state.ts";

const noDifferences: Difference[] = [];

/** `workspace` is null until it is known under which key we are; the form does not wait for any of it. */
export function useKnownSave(initial: InitialForm, values: FormValues, workspace: string | null) {
  const { name, companyName } = initial.values;
  const sought = { linkedinUrl: initial.linkedinUrl, name: name || null, companyName: companyName || null };
  const match = usePersonMatch(sought, workspace);
  const [ticks, setTicks] = useState<Ticks>({});

  const { subject, ownSave, lookedUpAt } = match;
  const said = personValues(initial.linkedinUrl, values);
  const found = subject ? differences(subject, said) : noDifferences;
  const known = subject ? knownPart(subject, said, ticks) : undefined;

  /** A draft as it is to be saved: of whom Stardex knows, resting on the look-up there was. */
  function decided(draft: SaveDraft): SaveDraft {
    const { client, ...rest } = draft;
    const isContactAlready = client && client.name === ownSave?.client?.name;
    return {
      ...rest,
      ...(client && !isContactAlready && { client }),
      ...(known && { known }),
      ...(lookedUpAt !== undefined && { lookedUpAt }),
    };
  }

  function correct(record: SaveRecord) {
    const person = personAfterSave(record, subject?.person ?? null);
    if (!person) return;
    match.takeOwnSave({ person, client: record.draft.client ?? ownSave?.client });
    setTicks({});
  }

  return {
    match,
    differences: found,
    /** What the save changes of her record. */
    changes: subject ? found.filter((one) => isTicked(subject, one, ticks)) : noDifferences,
    ticks,
    tick: (key: string, isTicked: boolean) => setTicks((now) => ({ ...now, [key]: isTicked })),
    intent: intentOf(values, known, isUndecided(match), ownSave?.client?.name),
    decided,
    /** Takes her up again as this save has left her. */
    correct,
  };
}

/** Somebody may be her, and the user has not said who it is. */
function isUndecided({ state, verdict }: ReturnType<typeof usePersonMatch>): boolean {
  return state.phase === "answered" && state.match.state === "possible" && verdict === null;
}

function intentOf(
  values: FormValues,
  known: SaveDraft["known"],
  isUndecided: boolean,
  contactAt: string | undefined,
): SaveIntent {
  const { jobs, note, list, taskText, client } = values;
  const isNewContact = isContact(values) && client?.name !== contactAt;
  const parts = {
    jobs: isCandidate(values) ? jobs : [],
    isMore: note.trim() !== "" || taskText.trim() !== "" || list !== null || isNewContact,
  };
  return saveIntent(parts, known, isUndecided);
}
