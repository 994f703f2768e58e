/** The person's own company as the client, when it is one: nearly always the one the person is a contact at. */
import { useEffect, useRef } from "preact/hooks";
import type { Company } from "../../model/records.ts";
import type { FormValues } from "../values/form-values.ts";

/** Proposes into an empty box alone, and takes back only what it proposed when the company is another. */
export function useClientProposal(
  employer: Company | null,
  client: FormValues["client"],
  propose: (changes: Pick<FormValues, "client">) => void,
): void {
  /** Not the null of a client that Stardex does not know. */
  const proposedId = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (client && client.id !== proposedId.current) return;
    if (employer?.isClient) {
      proposedId.current = employer.id;
      propose({ client: { id: employer.id, name: employer.name } });
    } else if (client) {
      propose({ client: null });
    }
  }, [employer]);
}
