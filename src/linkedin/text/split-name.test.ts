import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName } from "./name.ts";
import { splitName } from "./split-name.ts";

test.each([
  ["Jane Doe", "Jane", "Doe"],
  ["Jane Doe, PhD, MBA", "Jane", "Doe"],
  ["Jane Doe Ph.D.", "Jane", "Doe"],
  ["Jane Doe, M.B.A., ICF-ACC", "Jane", "Doe"],
  ["Sarah Smith MBA", "Sarah", "Smith"],
  ["Dr. Anna Meier", "Anna", "Meier"],
  ["Prof. Dr. Anna Meier", "Anna", "Meier"],
  ["Dr.Anand Kumar", "Anand", "Kumar"],
  ["Anna (Schmidt) Meier", "Anna", "Meier"],
  ['William "Bill" Stone', "William", "Stone"],
  ["Noor El-Sayed", "Noor", "El-Sayed"],
  ["Seán O’Brien", "Seán", "O’Brien"],
  ["Jean DUPONT", "Jean", "DUPONT"],
  ["Иван Петров", "Иван", "Петров"],
  ["Ольга Иванова", "Ольга", "Иванова"],
  ["Simon Baker", "Simon", "Baker"],
  ["Xi Chen", "Xi", "Chen"],
  ["Björk Guðmundsdóttir", "Björk", "Guðmundsdóttir"],
  ["Mara Lindqvist | We are hiring!", "Mara", "Lindqvist"],
])("%s -> %s, %s", (name, firstName, lastName) =>
  expect(splitName(cleanName(name))).toEqual({ firstName, lastName }),
);

test.each([
  "María del Carmen López",
  "Juan de Dios Pérez",
  "Nour El Din Ahmed",
  "Kim Do Yeon",
  "Nguyen Van An",
  "Wei Jie Ma",
  "Xiao Hong Ma",
  "Minh Anh Ba",
  "Hon Wai Chan",
  "Hon Wai Lam",
  "Eng Wei Tan",
  "Maj Britt Andersson",
  "Maj Andersson",
  "Wei Ma",
  "Linh Do",
  "Chioma Mba",
  "Jean Pierre DUPONT",
  "DUPONT Jean",
  "Zhang Wei",
  "Kim Minjun",
  "Lee Min-ho",
  "Chan Tai-man",
  "Trần Anh",
  "Đặng Minh",
  "Suzuki Ichiro",
  "Nagy István",
  "Szabó Anna",
  "Иванова Ольга",
  "Иван Сергеевич",
  "María José",
  "João Júnior",
  "Baron Cohen",
  "Doe Consulting",
  "Talent Acquisition",
  "Acme Careers",
  "Deleted User",
  "Doe GmbH",
  "Nicht verfügbar",
  "Anne - Marie Dupont",
  "Hiring | Mara Lindqvist",
  "Lindqvist, Mara",
  "LINDQVIST, MARA",
  "Anna van der Berg",
  "Piet de Wit",
  "Van Nguyen",
  "Abdul Rahman",
  "Mary J. Blige",
  "J. Doe",
  "Kate D.",
  "José García López",
  "Madonna",
  "Jane",
  "Jane | Recruiter",
  "王小明",
  "佐藤 花子",
  "عبد الله",
  "Dr. PhD",
  "Acme 24",
  "We are hiring | Mara Lindqvist",
  "Smith, Jr.",
  "",
])("%s is left whole", (name) => expect(splitName(cleanName(name))).toBeNull());

test("the parts are two words of the name, in its order", () => {
  const word = fc.constantFrom(
    ..."Mara Lindqvist MBA PhD, Dr. de van Ma Maj (Schmidt) O'Brien J. LÓPEZ , Wei Kim José-María".split(" "),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const name = words.join(" ");
      const parts = splitName(name);
      if (!parts) return;
      const at = name.indexOf(parts.firstName);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(name.indexOf(parts.lastName, at + parts.firstName.length)).toBeGreaterThan(at);
      expect(`${parts.firstName}${parts.lastName}`).not.toMatch(/[\s,.()]/);
    }),
    { numRuns: 2000 },
  );
});
