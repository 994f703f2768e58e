import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName } from "./name.ts";
import { splitName } from "./split-name.ts";

test.each([
  ["Ravi Shah 🚀", "Ravi Shah"],
  ["✅ Ann\u200b Lee, MBA 👩🏽‍💻", "Ann Lee, MBA"],
  ["Mara Lindqvist | We are hiring!", "Mara Lindqvist"],
  ["Mara Lindqvist| Hiring", "Mara Lindqvist"],
  ["Mara Lindqvist │ CTO ｜ Speaker", "Mara Lindqvist"],
  ["Mara Lindqvist - Executive Coach", "Mara Lindqvist"],
  ["Mara Lindqvist – Head of Sales", "Mara Lindqvist"],
  ["Mara Lindqvist — Head of Sales", "Mara Lindqvist"],
  ["Mara Lindqvist • Recruiter", "Mara Lindqvist"],
  ["Mara Lindqvist · Recruiter", "Mara Lindqvist"],
  ["Mara Lindqvist ★ Top Voice", "Mara Lindqvist"],
  ["Mara Lindqvist 🚀 Founder", "Mara Lindqvist"],
  ["Jane 🌸 Doe", "Jane 🌸 Doe"],
  ["1️⃣ Mara Lindqvist 🇸🇪", "Mara Lindqvist"],
  ["🚀 | Mara Lindqvist", "Mara Lindqvist"],
  ["Mara Lindqvist (She/Her)", "Mara Lindqvist"],
  ["Mara Lindqvist (We're hiring!)", "Mara Lindqvist"],
  ["Mara (Schmidt) Lindqvist", "Mara (Schmidt) Lindqvist"],
  ["Jane | Recruiter", "Jane"],
  ["Anna-Lena Müller-Lüdenscheidt", "Anna-Lena Müller-Lüdenscheidt"],
  ["Anne - Marie Dupont", "Anne - Marie Dupont"],
  ["Jean—Luc Picard", "Jean—Luc Picard"],
  ["Jean–Luc Picard", "Jean–Luc Picard"],
  ["Hiring | Mara Lindqvist", "Hiring | Mara Lindqvist"],
  ["CEO - Mara Lindqvist", "CEO - Mara Lindqvist"],
  ["The Recruiter - Mara Lindqvist", "The Recruiter - Mara Lindqvist"],
  ["Dr. Mara Lindqvist | Speaker", "Dr. Mara Lindqvist"],
  ["Prof Mara Lindqvist – Autorin", "Prof Mara Lindqvist"],
  ["Dr. | Mara Lindqvist", "Dr. | Mara Lindqvist"],
  ["Mara Lindqvist: Helping founders sleep", "Mara Lindqvist"],
  ["Mara Lindqvist #OpenToWork", "Mara Lindqvist"],
  ["Mara Lindqvist @ Acme", "Mara Lindqvist"],
  ["Mara Lindqvist > CEO", "Mara Lindqvist"],
  ["Mara Lindqvist ‣ CEO", "Mara Lindqvist"],
  ["Mara Lindqvist ― CEO", "Mara Lindqvist"],
  ["Mara Lindqvist *Hiring*", "Mara Lindqvist"],
  ["Mara Lindqvist, we are hiring!", "Mara Lindqvist"],
  ["Mara Lindqvist [We're Hiring]", "Mara Lindqvist"],
  ["Mara Lindqvist, CPA, MBA", "Mara Lindqvist, CPA, MBA"],
  ["Mara LinkedIn Coach", "Mara LinkedIn Coach"],
  ["ᴍᴀʀᴀ Lɪɴᴅqᴠɪsᴛ", "mara Lindqvist"],
  ["M̲a̲r̲a̲ L̶i̶n̶d̶q̶v̶i̶s̶t̶", "Mara Lindqvist"],
  ["ᵐᵃʳᵃ ˡⁱⁿᵈ", "mara lind"],
  ["Montserrat Col·lell", "Montserrat Col·lell"],
  ["Piet van der Berg | ASML", "Piet van der Berg"],
  ["We are hiring | Mara Lindqvist", "We are hiring | Mara Lindqvist"],
  ["𝗠𝗮𝗿𝗮 𝓛𝓲𝓷𝓭𝓺𝓿𝓲𝓼𝓽", "Mara Lindqvist"],
  ["Ⓜⓐⓡⓐ Ｌｉｎｄｑｖｉｓｔ", "Mara Lindqvist"],
  ["🅼🅰🆁🅰 Lindqvist", "MARA Lindqvist"],
  ["Mª Carmen López", "Mª Carmen López"],
  ["Mara Lindqvist she/her", "Mara Lindqvist"],
  ["Mara Lindqvist, she/her/hers", "Mara Lindqvist"],
  ["Mara Lindqvist (she, her)", "Mara Lindqvist"],
  ["Mara Lindqvist（she/her）", "Mara Lindqvist"],
  ["Mara Lindqvist (Elle)", "Mara Lindqvist (Elle)"],
  ["Mara Lindqvist (L.I.O.N.)", "Mara Lindqvist"],
  ["Mara Lindqvist (15,000+)", "Mara Lindqvist"],
  ["Mara Lindqvist 30,000+", "Mara Lindqvist"],
  ["Mara Lindqvist 15K+", "Mara Lindqvist"],
  ["Mara Lindqvist, mara@lind.example", "Mara Lindqvist"],
  ["Mara Lindqvist www.lind.example", "Mara Lindqvist"],
  ["«Mara Lindqvist»", "Mara Lindqvist"],
  ['"Mara Lindqvist"', "Mara Lindqvist"],
  ["(Mara Lindqvist)", "Mara Lindqvist"],
  ['Mara "Mia" Lindqvist', 'Mara "Mia" Lindqvist'],
  ["Mara Lindqvist (Mia)", "Mara Lindqvist (Mia)"],
  ["Hanako Tanaka（田中花子）", "Hanako Tanaka（田中花子）"],
  ["mara@lind.example", "mara@lind.example"],
  ["王小明", "王小明"],
  ["佐藤 花子 | 採用担当", "佐藤 花子"],
])("%s is offered as %s", (shown, clean) => expect(cleanName(shown)).toBe(clean));

test.each([
  "LinkedIn Member",
  "LinkedIn-Mitglied",
  "Utilisateur LinkedIn",
  "Membre de LinkedIn",
  "Miembro de LinkedIn",
  "Utente di LinkedIn",
  "Usuário do LinkedIn",
  "LinkedIn-lid",
  "Użytkownik LinkedIn",
  "LinkedInメンバー",
  "领英会员",
  "Thành viên LinkedIn",
  "عضو في لينكد إن",
  "חבר בלינקדאין",
])("%s is nobody", (shown) => expect(cleanName(shown)).toBe(""));

test("cleaning twice is cleaning once, and nothing throws", () => {
  const word = fc.constantFrom(
    "Mara",
    "Lindqvist",
    "|",
    "-",
    "•",
    "PhD,",
    "🚀",
    "(x)",
    "hiring!",
    "𝗠𝗮",
    "de",
    "·",
    "—",
    " ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
      ),
      (raw) => {
        const once = cleanName(raw);
        expect(cleanName(once)).toBe(once);
        splitName(once);
      },
    ),
    { numRuns: 2000 },
  );
});

// With a pattern that goes back over the text these would not end.
test.each([", ".repeat(5000), "a | ".repeat(70), "(".repeat(299), " -".repeat(149)])(
  "%j is nobody to split",
  (raw) => {
    expect(splitName(cleanName(raw))).toBeNull();
  },
);
