/** Persons of a name in any spelling: Stardex finds parts of a name, and does not know spellings. */
import type { KnownPerson } from "../../model/records.ts";
import { isSameName, plainName } from "../../model/spelling/same-person.ts";
import { spellings } from "../../model/spelling/spelling.ts";
import type { StardexClient } from "../../stardex/client.ts";

/** Calls for one surname: Müller, Muller, Mueller. */
const MOST_SPELLINGS = 3;

export interface Namesakes {
  people: KnownPerson[];
  /** False when there are more than could be looked at. */
  isComplete: boolean;
}

/**
 * One call by the surname finds everybody, whatever stands before it, unless there are too many: then the
 * whole name is asked for, all pages up to a bound. Only if nobody is found, one by the first name:
 * Đặng is not found by Dang. Rejects with StardexError.
 */
export async function findNamesakes(
  name: string,
  client: Pick<StardexClient, "searchByName">,
): Promise<Namesakes> {
  const words = plainName(name).split(" ").filter(Boolean);
  const [first = "", last = first] = [words[0], words.at(-1)];
  const found = new Map<string, KnownPerson>();
  const search = async (part: string, pages: number) => {
    const { rows, isComplete } = await client.searchByName(part, pages);
    for (const person of rows) if (hasName(person, name)) found.set(person.id, person);
    return isComplete;
  };

  let isComplete = true;
  // "Iswaran S": by an initial nobody is found.
  for (const part of surnameParts(last.length > 1 ? last : first))
    isComplete = (await search(part, 1)) && isComplete;
  if (!isComplete && words.length > 1) {
    isComplete = await search(words.join(" "), MOST_PAGES);
    if (words.length > 2) await search(`${first} ${last}`, 1);
  }
  if (found.size === 0 && words.length > 1) await search(longestPart(first), 1);
  return { people: [...found.values()], isComplete };
}

const MOST_PAGES = 4;

function hasName(person: KnownPerson, name: string): boolean {
  const parts = [person.firstName, person.lastName].filter(Boolean).join(" ");
  return isSameName(person.name ?? "", name) || isSameName(parts, name);
}

/** The spellings a record may have the surname in, each a part that no apostrophe or hyphen stands in. */
export function surnameParts(surname: string): string[] {
  const part = longestPart(surname);
  const lower = part.toLowerCase();
  // Of a short one it is hardly a spelling: Doe is not Dö.
  const asWritten = lower.length < 5 ? [] : [withUmlauts(lower), withNordicLetters(lower)];
  const others = [...spellings(part), ...asWritten].filter((one) => one !== lower);
  return [part, ...new Set(others)].slice(0, MOST_SPELLINGS);
}

function withUmlauts(text: string): string {
  return text
    .replace(/(?<![aeq])ue/g, "ü")
    .replace(/oe/g, "ö")
    .replace(/ae/g, "ä");
}

function withNordicLetters(text: string): string {
  return text.replace(/oe/g, "ø").replace(/aa/g, "å");
}

/** "O'Brien" and "OBrien" -> "Brien"; "Lind-Østergård" -> "Østergård". */
function longestPart(word: string): string {
  const bare = word.replace(/^(?:O|D|L|Mc|Mac)(?=\p{Lu}\p{Ll})/u, "");
  const parts = bare.split(/['’‘ʼ`´.\-‐‑–]/).filter(Boolean);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "") || word;
}
