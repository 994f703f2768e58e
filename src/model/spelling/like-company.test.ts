import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../testing/records.ts";
import { companyNames, isLikeCompany } from "./like-company.ts";

test.each([
  ["Velmar", "Velmar Group plc"],
  ["Velmar", "Velmar Holdings Limited"],
  ["Velmar", "Groupe Velmar"],
  ["Velmar", "Velmar UK Ltd"],
  ["Velmar Germany", "Velmar France SAS"],
  ["Velmar", "Velmar do Brasil Ltda"],
  ["PT Velmar Indonesia Tbk", "Velmar International"],
  ["Velmar", "velmar.io"],
  ["Velmar", "www.velmar.com"],
  ["Velmar Foods", "VelmarFoods"],
  ["J. P. Velmar", "JPVelmar"],
  ["Velmar Group, The", "The Velmar Group"],
  ["Velmar", "Velmar (formerly Kestrel)"],
  ["Kestrel", "Velmar (formerly Kestrel)"],
  ["Kestrel", "Velmar, formerly known as Kestrel"],
  ["Kestrel", "Velmar - a Kestrel company"],
  ["Kestrel Foods", "Velmar | part of Kestrel Foods"],
  ["Velmar Web Services (VWS)", "VWS"],
  ["Velmar", "Velmar Inc. (NYSE: VLM)"],
  ["Velmar", "Velmar Sdn Bhd (123456-A)"],
  ["Kestrel Velmark", "Kestrel"],
  ["Velmar", "Velmar Bank"],
])("%s can be %s or of its group", (a, b) => {
  expect(isLikeCompany(a, b)).toBe(true);
  expect(isLikeCompany(b, a)).toBe(true);
});

test.each([
  ["Velmar", "Velmarque"],
  ["Bank of America", "Bank"],
  ["Bank of India", "Bank of China"],
  ["Casa de Velmar", "Casa"],
  ["San Diego Zoo", "San Diego"],
  ["Smith & Nephew", "Smith"],
  ["Velmar & Kestrel", "Velmar"],
  ["Global Partners", "Global"],
  ["Deutsche Velmar", "Deutsche Kestrel"],
  ["UK Power Velmar", "UK"],
  ["Brightwater Foods", "Brightwater Estates"],
  ["Velmar (UK)", "Kestrel (UK)"],
  ["Velmar (London)", "Kestrel (London)"],
  ["Velmar (Contract)", "Kestrel (Contract)"],
  ["Velmar (formerly Tern)", "Kestrel (formerly Tern)"],
  ["Group", "Holding"],
  ["AG", "SE"],
  ["", ""],
  ["™", "®"],
])("%s is not like %s", (a, b) => {
  expect(isLikeCompany(a, b)).toBe(false);
  expect(isLikeCompany(b, a)).toBe(false);
});

test("the names a company goes by, the first one first; what only says where or that it is listed is none", () => {
  expect(companyNames("X (formerly Tern)")).toEqual(["X", "Tern"]);
  expect(companyNames("Velmar Inc. (NYSE: VLM)")).toEqual(["Velmar Inc."]);
  expect(companyNames("Velmar (Contract)")).toEqual(["Velmar"]);
  expect(companyNames("Velmar | We’re hiring")).toEqual(["Velmar"]);
  expect(companyNames("Now Foods")).toEqual(["Now Foods"]);
  expect(companyNames("Build a Bear")).toEqual(["Build a Bear"]);
  expect(companyNames("Velmar, a Kestrel Company")).toEqual(["Velmar", "Kestrel"]);
  expect(companyNames("Velmar (UK) Ltd")).toEqual(["Velmar   Ltd"]);
});

test("comparing never throws, comes to its end, and does not depend on the order", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(isLikeCompany(a, b)).toBe(isLikeCompany(b, a));
    }),
  );
  const long = ["a (".repeat(150), "formerly ".repeat(50), "x - ".repeat(80), "( ) ".repeat(100)];
  for (const one of long) for (const other of long) isLikeCompany(one, other);
});
