/** Phone numbers of the contact-info overlay: several in a row, their extensions and their kinds. */
import type { PhoneKind } from "./reading.ts";

export interface Phone {
  kind: PhoneKind;
  value: string;
}

const NUMBER = /^\+?[\d\s().\-\u2010-\u2013/]{6,}$/;
/** Belongs to its number, whatever stands between: "ext. 12", "x12", "Durchwahl 12". */
const EXTENSION =
  /[\s,;]*(?:(?<!\p{L})(?:ext(?:ension)?|extn|x|dw|durchwahl|poste|interno|int|wew|вн|доб|toestel|tst|ramal|anexo|lokal|内線)|#)[\s.:]*\d{1,6}$/iu;
/** Between two numbers; a slash or a dash can also stand in one. */
const BETWEEN = /\s*[,;|•·]\s*|\s*\/\s*|\s+(?:or|and|oder|und|ou|et|o|y|e|lub|i|of|en)\s+/iu;
/** "Tel.: ", "Mobile: ". */
const LABEL_BEFORE = /^[\p{L}. ]{1,20}:\s*/u;

/** Kinds by the label's words in the languages seen; an unknown word is "other". */
const KINDS: [PhoneKind, RegExp][] = [
  [
    "mobile",
    /mobi[le]|m[oó]v[eií]l|m[oó]ve[lis]|cell?[uú]?|kom[oó]rk|handy|natel|gsm|portable|telem[oó]|matkapuh|(?:^|\P{L})cep(?:$|\P{L})|κιν|моб|携帯|モバイル|手机|手機|移动|行動|휴대|جوال|محمول|נייד|di động|ponsel/iu,
  ],
  [
    "work",
    /work|office|business|arbeit|b[uü]ro|gesch|dienst|trabajo|oficina|laboral|travail|bureau|profess|trabalho|escrit|comercial|lavoro|ufficio|praca|służb|biuro|firm|werk|kantoor|zakelijk|arbe[tj]|jobb|kontor|työ|prác|munka|(?:^|\P{L})iş(?:$|\P{L})|раб|роб|勤務|会社|職場|仕事|工作|办公|辦公|公司|직장|회사|عمل|עבודה/iu,
  ],
  [
    "home",
    /home|privat|priv[eé]|casa|residen|maison|domicile|(?:^|\P{L})dom(?:$|\P{L})|domow|thuis|hem(?:$|\P{L})|hjem|bostad|koti|otthon|(?:^|\P{L})ev(?:$|\P{L})|дом|自宅|住宅|家|집|منزل|בית/iu,
  ],
];

function kindOf(label: string): PhoneKind {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? "other";
}

/** The numbers in the texts of a row. A label stands in brackets behind its number, or is the next text. */
export function phonesOf(texts: string[]): Phone[] {
  const phones = texts.flatMap((text, index) => {
    const [, value = text, inline = ""] = /^(.*?)\s*\(([^()\d]+)\)$/.exec(text) ?? [];
    const next = texts[index + 1] ?? "";
    const label = inline || (/\d/.test(next) || next.length > 30 ? "" : next);
    return numbersIn(value.replace(LABEL_BEFORE, "")).map((number) => ({
      kind: kindOf(label),
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
  for (const piece of text.split(BETWEEN)) {
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
