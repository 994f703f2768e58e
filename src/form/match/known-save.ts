/** What the look-up makes of a save: who the person is in Stardex, what of the form goes there, what Save says. */
import { publicIdOfLink } from "../../linkedin/profile-url.ts";
import { personAfterSave } from "../../model/person-after-save.ts";
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import { type SaveIntent, saveIntent } from "../saving/save-intent.ts";
import { type FormState, typedFields } from "../state/form-state.ts";
import { personValues } from "../values/form-draft.ts";
import { type FormValues, isCandidate, isContact, sentFields } from "../values/form-values.ts";
import { type Difference, differences, isTicked, knownPart, type PersonValues } from "./known-update.ts";
import { type MatchState, usePersonMatch } from "./match-state.ts";

export type KnownSave = ReturnType<typeof useKnownSave>;

const noDifferences: Difference[] = [];

/** `workspace` is null until it is known under which key we are; the form does not wait for any of it. */
export function useKnownSave(state: FormState, workspace: string | null) {
  const { initial, values, identity, ticks } = state;
  const { name, companyName } = initial.values;
  const sought = {
    linkedinUrl: initial.linkedinUrl,
    name: name || null,
    companyName: companyName || null,
    emails: emailsIn(personValues(initial.linkedinUrl, initial.values)),
  };
  // Before the page is read nobody is asked for, unless the user goes ahead: the page may show somebody else.
  const isSought = initial.standing.name !== "not_loaded" || typedFields(state).size > 0;
  const match = usePersonMatch(sought, identity, isSought ? workspace : null);
  const { subject, ownSave, lookedUpAt } = match;
  const said = personValues(initial.linkedinUrl, values);
  const typed = typedFields(state);
  const found = subject ? differences(subject, said, typed) : noDifferences;
  const known = subject ? knownPart(subject, said, ticks, typed) : undefined;
  const isTickedHere = (one: Difference) => subject !== null && isTicked(subject, one, ticks, typed);

  /** A draft as it is to be saved: of whom Stardex knows, resting on the look-up there was. */
  function decide(draft: SaveDraft): SaveDraft {
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
    const person = personAfterSave(record, subject?.person ?? null, publicIdOfLink(record.draft.linkedinUrl));
    if (!person) return;
    const { client, known: saved } = record.draft;
    match.takeOwnSave({
      person,
      client: client ?? ownSave?.client,
      otherProfile: saved?.linkedinUrl ?? null,
    });
  }

  return {
    match,
    isSought,
    differences: found,
    /** The line says that Stardex was not asked, or not all of it. */
    isUnchecked: match.state.phase === "failed" || match.state.phase === "skipped" || isPartly(match.state),
    isTicked: isTickedHere,
    /** What the save changes of the record. */
    changes: found.filter(isTickedHere),
    intent: intentOf(values, known, ownSave?.client?.name),
    decide,
    /** Takes the person up again as this save has left the record. */
    correct,
  };
}

function isPartly(state: MatchState): boolean {
  return state.phase === "answered" && state.match.state !== "known" && !state.match.isComplete;
}

function intentOf(values: FormValues, known: SaveDraft["known"], contactAt: string | undefined): SaveIntent {
  const { jobs, jobName, note, list, taskText, client } = values;
  const isNewContact = isContact(values) && client?.name !== contactAt;
  const parts = {
    jobs: isCandidate(values) ? jobs : [],
    isMore:
      note.trim() !== "" ||
      taskText.trim() !== "" ||
      list !== null ||
      Object.keys(sentFields(values)).length > 0 ||
      (isCandidate(values) && jobs.length === 0 && jobName.trim() !== "") ||
      isNewContact,
  };
  return saveIntent(parts, known);
}

function emailsIn({ workEmail, personalEmail, emails = [] }: PersonValues): string[] {
  return [workEmail, personalEmail, ...emails].filter((email) => email !== undefined);
}
