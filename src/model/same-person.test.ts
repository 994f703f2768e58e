import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../testing/records.ts";
import { isSameCompany, isSameName, plainCompany, plainName } from "./same-person.ts";

test.each([
  ["Jane Doe", "jane  DOE"],
  ["Jane Doe", "Dr. Jane Doe, PhD, MBA"],
  ["Jane Doe", "Jane Doe (née Roe)"],
  ["José García López", "Jose Garcia Lopez"],
  ["Jean-Pierre Dupont", "Jean Pierre Dupont"],
  ["Zoë O’Brien ✔", "Zoe O'Brien"],
  ["Søren Groß", "Soren Gross"],
  ["İpek Işık", "Ipek Isik"],
  ["山田 太郎", "山田 太郎"],
])("%s and %s are one name", (a, b) => {
  expect(isSameName(a, b)).toBe(true);
});

test.each([
  ["Jane Doe", "Jane Roe"],
  ["Jane Doe", "Jane"],
  ["Smith, John", "Smith, Anna"],
  ["Jack Ma", "Jack Ba"],
  ["Mary Ann Ma", "Mary Ann Ba"],
  ["J. Doe", "Jane Doe"],
  ["かがみ", "かかみ"],
  ["कि का", "के का"],
  ["", ""],
  ["…", "—"],
])("%s and %s are two", (a, b) => {
  expect(isSameName(a, b)).toBe(false);
});

test.each([
  ["Acme", "ACME GmbH & Co. KG"],
  ["Acme", "Acme, Inc."],
  ["Acme Ltd.", "Acme Limited"],
  ["Société Générale S.A.", "Societe Generale"],
  ["Tiffany & Co.", "Tiffany"],
  ["Co", "co"],
  ["Velmar Sp. z o.o.", "Velmar Sp. z o.o."],
])("%s and %s are one company", (a, b) => {
  expect(isSameCompany(a, b)).toBe(true);
});

test.each([
  ["Acme", "Acme Bank"],
  ["Acme Holding", "Acme"],
  ["AG", "SE"],
  ["& Co.", ""],
])("%s and %s are two companies", (a, b) => {
  expect(isSameCompany(a, b)).toBe(false);
});

test("what is searched for keeps its spelling", () => {
  expect(plainName("Prof. Dr. María  José García, MBA")).toBe("María José García");
  expect(plainCompany("Société Générale S.A.")).toBe("Société Générale");
});

const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{4,9}$/);
const accented = (text: string) => text.replace(/c/g, "ç").replace(/n/g, "ñ").replace(/s/g, "š");

test("two names of other letters are never one; the same letters, dressed up, always", () => {
  fc.assert(
    fc.property(word, word, word, (first, last, other) => {
      const name = `${first} ${last}`;
      expect(isSameName(name, `Dr. ${accented(first).toUpperCase()}   ${accented(last)}, MBA`)).toBe(true);
      expect(isSameName(name, `Dr. ${first} ${last}${other}`)).toBe(false);
      if (other !== last) expect(isSameName(name, `${first} ${other}`)).toBe(false);
      expect(isSameCompany(name, `${name.toUpperCase()} GmbH`)).toBe(true);
      expect(isSameCompany(name, `${name} ${other}`)).toBe(false);
    }),
  );
});

test("comparing never throws, and does not depend on the order", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(isSameName(a, b)).toBe(isSameName(b, a));
      expect(isSameCompany(a, b)).toBe(isSameCompany(b, a));
    }),
  );
});
