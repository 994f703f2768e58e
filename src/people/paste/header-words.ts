/** What the words at the head of a column say it holds, in the languages of the interface and some more. */
import type { ColumnKind } from "./pasted-person.ts";
import { comparableWord } from "./text.ts";

/** As spreadsheets, LinkedIn's own exports and the usual recruiting tools head their columns. */
const WORDS: Record<Exclude<ColumnKind, "unknown">, string> = {
  name:
    "name, full name, candidate, candidate name, person, contact, contact name, profile name, names, people, " +
    "vollständiger name, kandidat, kandidatin, vor- und nachname, " +
    "nom complet, candidat, nom et prénom, prénom et nom, nombre completo, nombre y apellidos, candidato, candidata, " +
    "nome completo, pessoa, naam, volledige naam, kandidaat, imię i nazwisko, nazwisko i imię, kandydat, osoba, " +
    "氏名, 名前, お名前, フルネーム, 候補者, 候補者名, candidato/a, nominativo, nome e cognome, namn, navn, fullständigt namn, fulde navn, fullt navn, jméno a příjmení, ad soyad, имя и фамилия, фио, 姓名, 이름, 성명",
  firstName:
    "first name, firstname, given name, forename, vorname, prénom, nombre, primeiro nome, nome próprio, " +
    "voornaam, imię, 名, ファーストネーム, förnamn, fornavn, jméno, křestní jméno, ad, имя",
  lastName:
    "last name, lastname, surname, family name, nachname, familienname, zuname, nom de famille, apellido, apellidos, " +
    "sobrenome, apelido, último nome, achternaam, familienaam, nazwisko, 姓, 苗字, ラストネーム, cognome, efternamn, efternavn, etternavn, příjmení, soyad, soyadı, фамилия",
  address:
    "linkedin, linkedin url, linkedin profile, linkedin profile url, linkedin link, linkedin address, linkedin-profil, profile, " +
    "profile url, profile link, public profile, public profile url, url, link, person linkedin url, li url, li, " +
    "profil, profil-url, profillink, adresse linkedin, profil linkedin, lien, lien linkedin, url linkedin, perfil, perfil de linkedin, " +
    "enlace, enlace de linkedin, perfil do linkedin, ligação, profiel, linkedin-profiel, linkedin profiel, adres linkedin, " +
    "profil na linkedinie, profil na linkedin, プロフィール, リンクトイン, リンク, profilo, profilo linkedin, link linkedin, linkedin profil, linkedin-profil, ссылка, профиль, 领英, 링크드인",
  title:
    "title, job title, position, role, current title, current position, current role, job, headline, function, " +
    "titel, jobtitel, funktion, rolle, stelle, aktuelle position, berufsbezeichnung, " +
    "poste, titre, fonction, intitulé, intitulé du poste, poste actuel, cargo, puesto, puesto actual, título, función, " +
    "cargo atual, função, titulo, functie, functietitel, huidige functie, stanowisko, tytuł, obecne stanowisko, " +
    "役職, 肩書き, 肩書, 職種, ポジション, ruolo, posizione, qualifica, mansione, titel, befattning, stilling, tittel, pozice, ünvan, pozisyon, должность, 职位, 职务, 직책, 직위",
  company:
    "company, company name, current company, employer, organization, organisation, firm, account, " +
    "firma, unternehmen, arbeitgeber, gesellschaft, aktuelle firma, firmenname, " +
    "entreprise, société, employeur, empresa, empresa actual, compañía, empleador, empresa atual, companhia, empregador, " +
    "bedrijf, bedrijfsnaam, werkgever, organisatie, spółka, pracodawca, przedsiębiorstwo, " +
    "会社, 会社名, 企業, 企業名, 勤務先, 所属, azienda, società, datore di lavoro, företag, bolag, arbetsgivare, virksomhed, arbejdsgiver, selskap, bedrift, arbeidsgiver, společnost, zaměstnavatel, şirket, компания, организация, 公司, 회사",
  location:
    "location, city, country, region, place, based in, ort, standort, stadt, land, wohnort, " +
    "lieu, ville, pays, localisation, région, ubicación, ciudad, país, lugar, localidad, " +
    "localização, cidade, localidade, locatie, plaats, stad, woonplaats, regio, lokalizacja, miasto, kraj, miejscowość, " +
    "勤務地, 所在地, 場所, 都市, 国, 地域, città, sede, località, luogo, ort, stad, by, sted, město, místo, şehir, konum, город, 地点, 城市, 所在地, 위치, 지역",
  email:
    "email, e-mail, mail, email address, e-mail address, email addresses, work email, personal email, business email, " +
    "e-mail-adresse, mailadresse, courriel, adresse e-mail, adresse email, correo, correo electrónico, " +
    "endereço de e-mail, correio eletrónico, e-mailadres, adres e-mail, adres email, poczta, メール, メールアドレス, eメール, indirizzo e-mail, indirizzo email, posta elettronica, e-post, e-postadress, epost, e-postadresse, e-posta, почта, эл. почта, 邮箱, 电子邮件, 이메일",
  phone:
    "phone, phone number, telephone, tel, mobile, mobile phone, cell, cell phone, work phone, contact number, " +
    "telefon, telefonnummer, handy, mobil, mobilnummer, rufnummer, téléphone, numéro de téléphone, portable, " +
    "teléfono, número de teléfono, móvil, celular, telefone, telemóvel, número de telefone, " +
    "telefoon, telefoonnummer, mobiel, numer telefonu, telefon komórkowy, komórka, 電話, 電話番号, 携帯, 携帯電話, telefono, numero di telefono, cellulare, mobiltelefon, telefonnummer, telefonnr, mobilnummer, mobil, telefon, телефон, мобильный, 电话, 手机, 전화, 전화번호",
  note:
    "note, notes, comment, comments, remark, remarks, memo, notiz, notizen, bemerkung, bemerkungen, kommentar, kommentare, anmerkung, " +
    "remarque, remarques, commentaire, commentaires, nota, notas, comentario, comentarios, observaciones, " +
    "comentário, comentários, observações, notitie, notities, opmerking, opmerkingen, notatka, notatki, komentarz, uwagi, " +
    "メモ, 備考, コメント, ノート, annotazioni, commento, commenti, osservazioni, anteckning, anteckningar, kommentarer, bemærkning, bemærkninger, merknad, poznámka, poznámky, notlar, заметки, комментарий, примечание, 备注, 비고",
};

/** French, Portuguese and Italian "nom", "nome": the family name beside a first name, else the whole. */
const AMBIGUOUS = new Set(["nom", "nome"]);

const KIND_OF = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(",").map((word) => [comparableWord(word), kind as ColumnKind] as const),
  ),
);

/** What each of the cells names as a header; null for a row that is no header. */
export function readHeader(cells: readonly string[]): ColumnKind[] | null {
  const kinds = cells.map(kindOfWord);
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  const known = kinds.filter((kind) => kind !== "unknown").length;
  if (known === 0 || known * 2 < filled) return null;
  return oneOfEach(withNames(cells, kinds));
}

function kindOfWord(cell: string): ColumnKind {
  const word = comparableWord(cell.replace(/\([^)]*\)|[*:]/g, " "));
  return AMBIGUOUS.has(word) ? "name" : (KIND_OF.get(word) ?? "unknown");
}

/** Beside a first name, a bare "name" is the family name: "Prénom, Nom"; "Vorname, Name"; "Nombre, Apellidos". */
function withNames(cells: readonly string[], kinds: ColumnKind[]): ColumnKind[] {
  const hasLast = kinds.includes("lastName");
  const hasFirst = kinds.includes("firstName");
  return kinds.map((kind, index) => {
    const word = comparableWord(cells[index] ?? "");
    if (kind === "name" && hasFirst && !hasLast && (AMBIGUOUS.has(word) || word === "name"))
      return "lastName";
    // Spanish "Nombre" alone is the whole name, and so is Portuguese "Nome".
    if (kind === "firstName" && !hasLast && word === "nombre") return "name";
    return kind;
  });
}

/** Columns of which a row has one: the first counts, a second of the kind is the user's to name. */
const ONE_EACH: readonly ColumnKind[] = ["name", "firstName", "lastName", "address", "title", "company"];

function oneOfEach(kinds: ColumnKind[]): ColumnKind[] {
  return kinds.map((kind, index) =>
    ONE_EACH.includes(kind) && kinds.indexOf(kind) !== index ? "unknown" : kind,
  );
}
