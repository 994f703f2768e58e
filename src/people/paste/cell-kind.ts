/** What a cell without a header says about itself. Only evidence in its own words counts. */
import { readAddress } from "../../linkedin/profile-url.ts";
import { findAddress, isAddressOnly } from "./address.ts";
import type { ColumnKind } from "./pasted-person.ts";
import { comparableWord, plainText } from "./text.ts";

/** Its parts are as long as they may be by standard: without an end, a long run of letters would take for ever. */
export const EMAIL =
  /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63}/giu;
/** Seven to fifteen digits (E.164), grouped as people write them. */
export const PHONE = /(?<![\p{L}\d])(?:\+|00)?\d(?:[\s()./-]{0,3}\d){6,14}(?![\p{L}\d])/gu;

/** Words that stand in titles and hardly in names, as a whole word. */
const TITLE_WORD =
  /(?<![\p{L}\p{N}])(?:c[efotimpsrd]o|chro|cmo|md|gm|svp|evp|vp|vice|president|chief|officer|head|director|manager|managing|partner|lead|leader|founder|co-founder|owner|chair|chairman|chairwoman|engineer|developer|consultant|analyst|associate|advisor|adviser|accountant|controller|counsel|architect|specialist|coordinator|executive|recruiter|researcher|scientist|designer|assistant|supervisor|treasurer|secretary|geschäftsführer|geschäftsführerin|leiter|leiterin|vorstand|bereichsleiter|abteilungsleiter|direktor|direktorin|berater|beraterin|referent|prokurist|directeur|directrice|responsable|gérant|gérante|président|présidente|chargé|chargée|ingénieur|gerente|jefe|jefa|directora|presidente|ingeniero|diretor|diretora|coordenador|engenheiro|bestuurder|adviseur|hoofd|directie|dyrektor|prezes|kierownik|menedżer|specjalista|księgowy)(?![\p{L}\p{N}])|取締役|社長|部長|課長|マネージャー|エンジニア|代表/iu;
const COMPANY_WORD =
  /(?<![\p{L}\p{N}])(?:gmbh|ag|se|kg|kgaa|inc|ltd|limited|llc|llp|plc|corp|corporation|sa|sas|sarl|s\.a\.|s\.r\.l|srl|spa|s\.p\.a|bv|b\.v|nv|n\.v|ab|asa|oy|oyj|a\/s|sp\. z o\.o|s\.l|lda|ltda|kk|group|holding|holdings|bank|university|partners)\.?$|株式会社|有限会社/iu;
const LOCATION_WORD =
  /(?<![\p{L}])(?:area|region|metropolitan|metroplex|metropolregion|agglomération)(?![\p{L}])|,\s*(?:germany|deutschland|austria|österreich|switzerland|schweiz|suisse|france|spain|españa|italy|italia|portugal|brazil|brasil|netherlands|nederland|belgium|belgique|belgië|poland|polska|united kingdom|uk|england|scotland|ireland|united states|usa|canada|mexico|méxico|india|japan|china|singapore|australia|sweden|sverige|norway|norge|denmark|danmark|finland|czechia|luxembourg|united arab emirates|uae|hong kong|[a-z]{2})$|^(?:berlin|hamburg|munich|münchen|frankfurt|vienna|wien|zurich|zürich|geneva|paris|london|madrid|barcelona|milan|milano|rome|roma|amsterdam|rotterdam|brussels|warsaw|warszawa|kraków|lisbon|lisboa|são paulo|new york|boston|chicago|san francisco|tokyo|東京|大阪|singapore|dubai|stockholm|oslo|copenhagen|helsinki|dublin|germany|france|spain|italy|poland|japan|switzerland|austria|netherlands|belgium|portugal|united kingdom|united states)$/iu;

export type TextKind = Extract<ColumnKind, "title" | "company" | "location">;

/** What the words are evidence for; null without any. */
export function kindOfText(text: string): TextKind | null {
  if (LOCATION_WORD.test(text)) return "location";
  if (TITLE_WORD.test(text)) return "title";
  return COMPANY_WORD.test(text) ? "company" : null;
}

const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * Whether it is built like a person's full name, and is evidence for nothing else. One word is not enough: in
 * "Voss, Mara" it would be half a name.
 */
export function isNameLike(text: string): boolean {
  const words = text.split(" ").length;
  return (
    (words >= 2 || WITHOUT_BLANKS.test(text)) &&
    words <= 7 &&
    text.length <= 80 &&
    /^[^\d@/\\<>=?!:|]+$/.test(text) &&
    /\p{L}\P{L}*\p{L}/u.test(text) &&
    kindOfText(text) === null
  );
}

/**
 * Whether the words stand in the profile's address. Says which of several cells is the name; no name is ever made of
 * the address.
 */
export function agreesWithAddress(text: string, linkedinUrl: string | null): boolean {
  const slug = comparableWord(linkedinUrl ? (readAddress(linkedinUrl).publicId ?? "") : "");
  const words = plainText(text)
    .split(/[\s.-]+/)
    .map(comparableWord)
    .filter((word) => word.length > 1);
  const present = words.filter((word) => slug.includes(word));
  return present.some((word) => word.length > 2) && present.length * 2 >= words.length;
}

/** What the columns of a table without a header hold, by the majority of their cells. */
export function kindsByContent(rows: readonly string[][]): ColumnKind[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const sample = rows.slice(0, 200);
  const columns = Array.from({ length: width }, (_, at) => sample.map((row) => plainText(row[at] ?? "")));
  const kinds = columns.map(kindByShape);
  const name = nameColumn(columns, kinds, sample);
  return kinds.map((kind, at) => {
    if (at === name) return "name";
    if (kind !== "unknown")
      return kinds.indexOf(kind) === at || kind === "email" || kind === "phone" ? kind : "unknown";
    const text = mostly(columns[at] ?? [], kindOfText);
    return text && !kinds.includes(text) ? claim(kinds, at, text) : "unknown";
  });
}

/** So that a second column of the kind is left to the user. */
function claim(kinds: ColumnKind[], at: number, kind: ColumnKind): ColumnKind {
  kinds[at] = kind;
  return kind;
}

function kindByShape(cells: string[]): ColumnKind {
  return (
    mostly(cells, (cell) => {
      if (isAddressOnly(cell)) return "address";
      if (cell.replace(EMAIL, "").replace(/[\s,;<>]|mailto:/g, "") === "") return "email";
      return cell.replace(PHONE, "").trim() === "" ? "phone" : null;
    }) ?? "unknown"
  );
}

/** What at least half of the filled cells are. */
function mostly<T>(cells: string[], kindOf: (cell: string) => T | null): T | null {
  const filled = cells.filter((cell) => cell !== "");
  const counts = new Map<T, number>();
  for (const cell of filled) {
    const kind = kindOf(cell);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 >= filled.length ? best[0] : null;
}

function nameColumn(columns: string[][], kinds: ColumnKind[], rows: readonly string[][]): number {
  const addresses = rows.map((row) => findAddress(row.join("\t"))?.linkedinUrl ?? null);
  const scores = columns.map((cells, at) => {
    if (kinds[at] !== "unknown") return 0;
    const names = cells.filter((cell) => cell !== "" && isNameLike(cell)).length;
    const filled = cells.filter((cell) => cell !== "").length;
    if (names * 2 < filled) return 0;
    const agreeing = cells.filter((cell, row) => agreesWithAddress(cell, addresses[row] ?? null)).length;
    return names + agreeing * 10;
  });
  const best = Math.max(0, ...scores);
  return best > 0 ? scores.indexOf(best) : -1;
}
