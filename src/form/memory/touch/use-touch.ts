import { useState } from "preact/hooks";
import type { KnownSubject } from "../../match/known-update.ts";
import { type AcceptTouch, touchAcceptor } from "./touch-draft.ts";

/** Hands what was done with this person to the queue, for every part of the form that can. */
export interface TouchHandle {
  accept: AcceptTouch;
  /** How many were accepted: what shows the timeline asks anew. */
  version: number;
}

/** `workspace` is null only as long as nobody is known. */
export function useTouch(
  subject: KnownSubject | null,
  linkedinUrl: string,
  workspace: string | null,
): TouchHandle {
  const [version, setVersion] = useState(0);
  const person = {
    linkedinUrl,
    personId: subject?.person.id ?? null,
    name: subject?.person.name ?? "",
  };
  const acceptor = touchAcceptor(person, workspace ?? "");
  return {
    version,
    async accept(parts, options) {
      const accepted = await acceptor(parts, options);
      if (accepted.id !== undefined) setVersion((count) => count + 1);
      return accepted;
    },
  };
}
