import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/records.ts";
import { isSameCompany, plainCompany } from "./same-company.ts";

test.each([
  ["Acme", "ACME GmbH & Co. KG"],
  ["Acme", "Acme, Inc."],
  ["Acme Ltd.", "Acme Limited"],
  ["Société Générale S.A.", "Societe Generale"],
  ["Tiffany & Co.", "Tiffany"],
  ["Co", "co"],
  ["Brightwater Foods", "Brightwater Foods Sp. z o.o."],
  ["Brightwater Foods", "Brightwater Foods Sp. z o. o."],
  ["Brightwater Foods", "BRIGHTWATER FOODS SP.Z O.O. SP.K."],
  ["Brightwater Foods", "Brightwater Foods S.A. de C.V."],
  ["Brightwater Foods", "Brightwater Foods, S. de R.L. de C.V."],
  ["Brightwater Foods", "Brightwater Foods A.Ş."],
  ["Brightwater Foods", "Brightwater Foods Anonim Şirketi"],
  ["Brightwater Foods", "Brightwater Foods (UK) Ltd"],
  ["Brightwater Foods", "Brightwater Foods (Pty) Ltd"],
  ["Brightwater Foods", "Brightwater Foods Pty. Ltd."],
  ["Brightwater Foods", "Brightwater Foods K.K."],
  ["Brightwater Foods", "Brightwater Foods Co., Ltd."],
  ["Brightwater Foods", "Brightwater Foods Sdn. Bhd."],
  ["Brightwater Foods", "Brightwater Foods d.o.o."],
  ["Brightwater Foods", "Brightwater Foods s.r.o."],
  ["Brightwater Foods", "Brightwater Foods Société Anonyme"],
  ["Brightwater Foods", "Brightwater Foods A/S"],
  ["Brightwater Foods", "Brightwater Foods FZ-LLC"],
  ["Brightwater Foods", "Brightwater Foods UG (haftungsbeschränkt)"],
  ["Brightwater Foods", "PT Brightwater Foods Tbk"],
  ["Brightwater Foods", "The Brightwater Foods Company"],
  ["Brightwater Foods", "Brightwater Foods™"],
  ["Brightwater Foods", "Brightwater® Foods, Inc"],
  ["Ferrant & Coyle", "Ferrant and Coyle LLP"],
  ["Ромашка", "ООО «Ромашка»"],
  ["トヨタ", "株式会社トヨタ"],
  ["华为", "华为有限公司"],
  ["Müller Logistik", "Mueller Logistik GmbH"],
  ["Müller & Söhne", "Mueller und Soehne Aktiengesellschaft"],
  ["Ferrer & Hijos", "Ferrer y Hijos S.A."],
  ["J. P. Velmar", "JP Velmar"],
  ["Brightwater Foods", "Brightwater Foods S.à r.l."],
  ["Brightwater Foods", "SARL Brightwater Foods"],
  ["Brightwater Foods", "Brightwater Foods Gesellschaft mit beschränkter Haftung"],
  ["Brightwater Foods", "Brightwater Foods San. ve Tic. A.Ş."],
  ["Brightwater Foods", "Brightwater Foods Unlimited Company"],
  ["Brightwater Foods", "Brightwater Foods (S) Pte Ltd"],
  ["Brightwater Foods", "Brightwater Foods GmbH & Co.KG"],
  ["Brightwater Foods", "Brightwater Foods GmbH u. Co. KG"],
  ["Brightwater Foods", "Brightwater Foods GmbH und Co. KG"],
  ["Brightwater Foods", "Brightwater Foods Kommanditgesellschaft"],
  ["Brightwater Foods", "Brightwater Foods S.p.A. Società Benefit"],
  ["Brightwater Foods", "Brightwater Foods S.c.a.r.l."],
  ["Brightwater Foods", "Brightwater Foods, S. Coop."],
  ["Brightwater Foods", "Brightwater Foods CVBA"],
  ["Brightwater Foods", "Brightwater Foods Aktiebolag"],
  ["Brightwater Foods", "AB Brightwater Foods"],
  ["Brightwater Foods", "A/S Brightwater Foods"],
  ["Brightwater Foods", "Brightwater Foods, akciová společnost"],
  ["Brightwater Foods", "Brightwater Foods Zártkörűen Működő Részvénytársaság"],
  ["Brightwater Foods", "Brightwater Foods Q.P.S.C."],
  ["Brightwater Foods", "Brightwater Foods B.S.C. (c)"],
  ["Brightwater Foods", "Brightwater Foods (DIFC) Limited"],
  ["Brightwater Foods", "Brightwater Foods Pvt. Limited"],
  ["Brightwater Foods", "Brightwater Foods Ltd.Şti."],
  ["Brightwater Foods", "LLC Brightwater Foods"],
  ["Brightwater Foods", "Brightwater Foods Joint Stock Company"],
  ["Brightwater Foods", "Brightwater Foods, N.A."],
  ["Βελμάρ", "Βελμάρ Α.Ε."],
  ["Велмар", "ПрАТ «Велмар»"],
  ["ולמר", 'ולמר בע"מ'],
  ["فيلمار", "شركة فيلمار ش.م.م"],
  ["เวลมาร์", "บริษัท เวลมาร์ จำกัด (มหาชน)"],
  ["维尔马", "维尔马（上海）有限公司"],
])("%s and %s are one company", (a, b) => {
  expect(isSameCompany(a, b)).toBe(true);
});

test.each([
  ["Acme", "Acme Bank"],
  ["Acme Holding", "Acme"],
  ["San Diego Zoo", "San Diego"],
  ["Casa de Velmar", "Casa"],
  ["Bank of America", "Bank"],
  ["The Velmar Consulting Group", "VCG"],
  ["Plan B", "Plan C"],
  ["Velmar & Sons", "Velmar & Co"],
  ["AG", "SE"],
  ["Acme and Sons", "Acme"],
  ["& Co.", ""],
  ["", ""],
  ["™", "®"],
])("%s and %s are two companies", (a, b) => {
  expect(isSameCompany(a, b)).toBe(false);
});

test("a company is its own, in any order, with any form, and never with another word", () => {
  const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{4,9}$/);
  const form = fc.constantFrom(" GmbH", ", Inc.", " Sp. z o.o.", " (UK) Ltd", " S.A. de C.V.", " A.Ş.", "");
  fc.assert(
    fc.property(word, word, word, form, form, (one, two, other, a, b) => {
      const name = `${one} ${two}`;
      expect(isSameCompany(name + a, name.toUpperCase() + b)).toBe(true);
      expect(isSameCompany(name + a, `${name} ${other}${b}`)).toBe(false);
    }),
  );
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(isSameCompany(a, b)).toBe(isSameCompany(b, a));
      if (plainCompany(a) !== "") expect(isSameCompany(a, a)).toBe(true);
    }),
  );
});
