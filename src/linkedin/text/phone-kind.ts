/** The kind of a phone by the page's word for it. Apart from phone.ts, which goes into the injected script: the words have no room there. */
import type { PhoneKind } from "../reading.ts";

/** Kinds by the label's words in the languages seen; an unknown word is "other". */
const KINDS: [PhoneKind, RegExp][] = [
  [
    "mobile",
    /mobi[le]|m[oó]v[eií]l|m[oó]ve[lis]|cell?[uú]?|kom[oó]rk|handy|natel|gsm|portable|telem[oó]|matkapuh|(?:^|\P{L})cep(?:$|\P{L})|κιν|моб|携帯|มือถือ|モバイル|手机|手機|移动|行動|휴대|جوال|محمول|נייד|di động|ponsel/iu,
  ],
  [
    "work",
    /work|office|business|arbeit|b[uü]ro|gesch|dienst|trabajo|oficina|laboral|travail|bureau|profess|trabalho|escrit|comercial|lavoro|ufficio|praca|służb|biuro|firm|werk|kantoor|zakelijk|arbe[tj]|jobb|kontor|työ|prác|servici|εργασ|munka|(?:^|\P{L})[iİ]ş(?:$|\P{L})|раб|роб|勤務|职场|ที่ทำงาน|会社|職場|仕事|工作|办公|辦公|公司|직장|회사|عمل|עבודה/iu,
  ],
  [
    "home",
    /home|privat|priv[eé]|casa|residen|maison|domicile|(?:^|\P{L})dom(?:$|\P{L})|domow|thuis|hem(?:$|\P{L})|hjem|bostad|koti|otthon|(?:^|\P{L})ev(?:$|\P{L})|дом|domů|acas|σπίτι|rumah|nhà|บ้าน|自宅|住宅|家|집|منزل|בית/iu,
  ],
];

export function kindOf(label: string): PhoneKind {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? "other";
}
