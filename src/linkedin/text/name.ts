/** The display name -> the one to offer: what is no name is cut off, or the whole stays as the page shows it. */
import { cleanText } from "./text.ts";

/** No name is longer, and a page must not choose how long cleaning takes. */
const LONGEST = 300;

/** Emoji, badges, and what joins or colors them. */
const PICTURE =
  "[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\u{e0020}-\\u{e007f}\\u200d\\ufe0f\\u20e3©®™✓✔☑☆★♦◈❖✦✧✪❤♥◆●■]";
const PICTURES = new RegExp(`\\s*(?:(?:[\\d#*]\\ufe0f?\\u20e3)|${PICTURE})+\\s*`, "gu");
const AROUND = new RegExp(
  `^(?:[\\s,;·•–-]|[\\d#*]\\ufe0f?\\u20e3|${PICTURE})+|(?:[\\s,;·•–-]|${PICTURE})+$`,
  "gu",
);
/** What sets a slogan or a title off: bars and bullets anywhere, dashes and dots between blanks. Hyphens join names. */
const SEPARATOR =
  /\s*[|│┃¦｜‖║❘⎪ǀꟾ•‣▪►▶➤→»›>]+\s*|\s+[·~:/\\]+\s+|\s+(?=[#@])|\s*,\s+(?=(?:we|hiring|helping|building|looking|open to)\b)/iu;
/** These also join names: "Anne - Marie Roe", "Jean—Luc Roe". */
const DASH = /\s+[∙⋅・°…*+=_]+\s*|:\s+|\s+[-–—―−－⸺]+\s*|[-–—―−－⸺]+\s+|—/u;
/** "(she/her)", "(We're hiring!)": no former name. */
const ASIDE =
  /\s*[([{（](?:[^()[\]{}（）]*(?:[/!?#@]|https?:|\d\s?k?\+|\b(?:hiring|open to|we.re|lion|l\.i\.o\.n|verified)\b)[^()[\]{}（）]*|(?:(?:she|he|they|her|him|them|hers|his|theirs|elle|il|ella|él|sie|ihr|er|ihm)(?:\s*[,&•·|]\s*|\s+|(?=[)\]}）]))){2,4})[)\]}）]/giu;
/** Behind a name and never part of one: pronouns, an address, "30,000+". */
const BEHIND =
  /[\s,]+(?:(?:she|he|they)\/\p{L}+(?:\/\p{L}+)?|https?:\S+|www\.\S+|\S+@\S+\.\S+|\d[\d.,]*\s?k?\+)$/iu;
/** Words of a slogan or a role, and of no name. */
const NO_NAME =
  /^(?:the|we|our|i['’]m|hiring|recruit(?:er|ing|ment)|c[efotm]o|coo|founder|co-founder|coach|consult(?:ant|ing)|team|talent|open|speaker|author|director|manager|freelance)\.?$/i;

/**
 * The name without invisible marks, pictures around it, and slogans or titles behind a bar, dash, bullet or picture; letters of a styled
 * alphabet become plain ones. Credentials and former names stay, they are part of the display name. What stands before the first separator
 * has to look like a name: else the whole stays, separators and all. Empty for "LinkedIn Member", who is nobody, in any language.
 */
export function cleanName(raw: string): string {
  if (raw.length > LONGEST) return "";
  const whole = withoutEnds(trim(cleanText(plainLetters(raw).replace(ASIDE, ""))));
  const first = beforeDash(whole.split(SEPARATOR).map(trim).find(Boolean) ?? "");
  const name = first === whole || isNameLike(first) ? beforePicture(first) : whole;
  return isNobody(name) ? "" : name;
}

/** Also without quotes or brackets around the whole. */
function withoutEnds(text: string): string {
  const [, inner = text] = /^["“”„«»'‘’([]([^"“”„«»()[\]]+)["“”„«»'‘’)\]]$/u.exec(text) ?? [];
  const rest = trim(inner.replace(BEHIND, ""));
  return rest === text || !rest.includes(" ") ? text : withoutEnds(rest);
}

/** One word before a dash can be half a name. */
function beforeDash(name: string): string {
  const first = trim(name.split(DASH, 1)[0] ?? "");
  return first.includes(" ") && isNameLike(first) ? first : name;
}

/** One word before a picture can be half a name: "Jane 🌸 Doe". */
function beforePicture(name: string): string {
  const first = trim(name.split(PICTURES, 1)[0] ?? "");
  return first.includes(" ") && isNameLike(first) ? first : name;
}

function trim(text: string): string {
  return text.replace(AROUND, "");
}

/** "LinkedIn Member", "Utilisateur LinkedIn", "LinkedInメンバー": somebody outside the user's network. */
function isNobody(name: string): boolean {
  if (!/linked ?in|领英|領英|링크드인|لينكد ?إن|לינקדאין|लिंक्डइन/i.test(name)) return false;
  const rest = name.split(/\s+/).slice(1);
  // "Jane LinkedIn Coach" is somebody.
  return rest.length < 2 || (rest.length < 4 && !/^\p{Lu}/u.test(rest[0] ?? ""));
}

/** Words with capital letters, or of a script that has none; few of them. */
function isNameLike(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 7 || /[\d!?#@%&]/.test(text)) return false;
  return (
    !/^(?:dr|prof)\.?$/i.test(text) &&
    !words.some((word) => NO_NAME.test(word)) &&
    words.some((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word)) &&
    words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length === 0
  );
}

/** Mathematical, fullwidth, circled, squared and raised letters: alphabets for show, which no search finds. */
const STYLED =
  /[\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\u{1f130}-\u{1f149}\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c-\u2134\u1d2c-\u1d6a\u1d9c-\u1dbf\u02b0-\u02b8\u02e0-\u02e3\u2071\u207f]/gu;
/** Dark circled and squared letters, which Unicode does not call forms of the plain ones. */
const DARK = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;

/** Small capitals, which Unicode does not call forms of the plain ones either. */
const SMALL = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
const SMALL_AS = "abcdefghijklmnoprstuvwyz";
/** Lines under and through letters. */
const LINES = /[\u0305\u0332\u0333\u0335-\u0338]/g;

function plainLetters(text: string): string {
  // Some of the small ones are letters of African languages: only among others.
  const hasSmall = /[\u1d00-\u1d22]/.test(text);
  const large = hasSmall
    ? text.replace(/[ᴀ-ᴢʙꜰɢʜɪʟɴʀꜱʏ]/g, (letter) => SMALL_AS[SMALL.indexOf(letter)] ?? letter)
    : text;
  return large
    .replace(LINES, "")
    .replace(STYLED, (letter) => letter.normalize("NFKC"))
    .replace(DARK, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return String.fromCharCode(65 + code - (code >= 0x1f170 ? 0x1f170 : 0x1f150));
    });
}
