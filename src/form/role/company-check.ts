/** What Stardex says of a company by its name: a client of the firm, or not to be contacted. */
import { useEffect, useState } from "preact/hooks";
import type { Company } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";

/** A pause in typing, ms. */
const PAUSE = 500;

/**
 * The company of this name, or null while it is not known. Asked once a name; `isReady` false keeps it
 * back, as the look-up of the person goes first.
 */
export function useCompanyNamed(name: string, isReady: boolean): Company | null {
  const [found, setFound] = useState<{ name: string; company: Company | null } | null>(null);
  const wanted = name.trim();
  const isKnown = found?.name === wanted;

  useEffect(() => {
    if (!isReady || wanted === "" || isKnown) return;
    let isCurrent = true;
    // The first name was read, not typed: it is asked for at once.
    const timer = setTimeout(
      () => {
        void companyNamed(wanted).then((company) => {
          if (isCurrent) setFound({ name: wanted, company });
        });
      },
      found === null ? 0 : PAUSE,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, isReady, isKnown]);

  return isKnown ? found.company : null;
}

/** Without an answer there is nothing to warn of. */
async function companyNamed(name: string): Promise<Company | null> {
  try {
    const question = { employers: [{ name, url: null }], jobs: [], isPersonMarked: null };
    const answer = await send("person.checks", question);
    if (!answer.ok || answer.check.findings.length === 0) return null;
    const has = (kind: string) => answer.check.findings.some((finding) => finding.kind === kind);
    return { id: "", name, isClient: has("client"), doNotContact: has("do_not_contact") };
  } catch {
    return null;
  }
}
