/** Phone numbers of the contact-info overlay: several in a row, their extensions and their labels. */
export interface Phone {
  /** The page's word for its kind; empty where it has none. */
  label: string;
  value: string;
}

const NUMBER = /^\+?[\d\s().\-\u2010-\u2013/]{6,}$/;
/** Belongs to its number, whatever stands between: "ext. 12", "x12", "Durchwahl 12". */
const EXTENSION =
  /[\s,;(]*(?:(?<!\p{L})(?:ext(?:ension)?|extn|x|dw|durchwahl|poste|interno|int|wew|вн|доб|toestel|转|轉|tst|ramal|anexo|lokal|内線)|#)[\s.:]*\d{1,6}\)?$/iu;
/** Between two numbers; a slash or a dash can also stand in one. */
const BETWEEN =
  /\s+(?:&|[-–])\s+(?=\+)|\s*[,;|•·]\s*|\s*\/\s*|\s+(?:or|and|oder|und|ou|et|o|y|e|lub|i|of|en)\s+/iu;
/** "Tel.: ", "Mobile: ". */
const LABEL_BEFORE = /^[\p{L}. ]{1,20}:\s*/u;

/** The numbers in the texts of a row. A label stands in brackets behind its number, or is the next text. */
export function phonesOf(texts: string[]): Phone[] {
  const phones = texts.flatMap((text, index) => {
    const [, value = text, inline = ""] = /^(.*?)\s*\(([^()\d]+)\)$/.exec(text) ?? [];
    const next = texts[index + 1] ?? "";
    const label = inline || (/\d/.test(next) || next.length > 30 ? "" : next.replace(/^\((.+)\)$/, "$1"));
    return numbersIn(value.replace(LABEL_BEFORE, "")).map((number) => ({
      label,
      value: number,
    }));
  });
  return phones.filter(
    (phone, index) => phones.findIndex((other) => plain(other.value) === plain(phone.value)) === index,
  );
}

/** Several only where each is a number by itself: "030/1234567" is one. */
function numbersIn(text: string): string[] {
  if (text.length > 200) return [];
  const pieces: string[] = [];
  for (const piece of text.split(BETWEEN).map((one) => one.replace(LABEL_BEFORE, ""))) {
    const isExtension = EXTENSION.test(` ${piece}`) && !isNumber(piece);
    const last = pieces.at(-1);
    if (isExtension && last !== undefined) pieces[pieces.length - 1] = `${last}, ${piece}`;
    else pieces.push(piece);
  }
  if (pieces.length > 1 && pieces.every(isNumber)) return pieces.map((piece) => piece.trim());
  return isNumber(text) ? [text.trim()] : [];
}

function isNumber(text: string): boolean {
  const number = text.trim().replace(EXTENSION, "");
  const digits = number.replace(/\D/g, "").length;
  return NUMBER.test(number) && digits >= 6 && digits <= 15;
}

/** "+49 (0)170" is "+49 170". */
function plain(number: string): string {
  return number.replace(/(\+\d{1,3}\s*)\(0\)/, "$1").replace(/[^\d+]/g, "");
}
