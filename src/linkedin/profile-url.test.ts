import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalUrl,
  companyUrlOf,
  isLinkedIn,
  isMemberId,
  publicIdOfLink,
  readAddress,
} from "./profile-url.ts";

const MEMBER = "ACoAAB1234567890abcdefghijklmnopqrstuvw";

test.each([
  ["https://www.linkedin.com/in/jane-doe", "jane-doe"],
  ["https://www.linkedin.com/in/Jane-Doe/?x=1#top", "jane-doe"],
  ["http://de.linkedin.com/in/jane-doe/de", "jane-doe"],
  ["https://www.linkedin.com/mwlite/profile/in/jane-doe", "jane-doe"],
  ["https://www.linkedin.com/mwlite/in/jane-doe", "jane-doe"],
  ["https://www.linkedin.com/pub/jane-doe/1/2a/3b4", "jane-doe-3b402a1"],
  ["https://www.linkedin.com/in/s%C3%A9verine-o/", "séverine-o"],
  ["https://www.linkedin.com/in/se\u0301verine-o/", "séverine-o"],
  [`https://www.linkedin.com/in/${MEMBER}/`, MEMBER],
])("%s is the profile %s", (url, publicId) => {
  expect(readAddress(url)).toEqual({ kind: "profile", publicId, subPage: "", productId: null });
});

test.each([
  ["https://www.linkedin.com/in/jane-doe/overlay/contact-info/", "profile_sub_page"],
  ["https://www.linkedin.com/in/jane-doe/details/experience/", "profile_sub_page"],
  ["https://www.linkedin.com/in/me/", "profile"],
  ["https://www.linkedin.com/search/results/people/?keywords=x", "people_search"],
  ["https://www.linkedin.com/sales/lead/ACwAAB,NAME_SEARCH", "sales"],
  ["https://www.linkedin.com/talent/profile/AEM", "recruiter"],
  ["https://www.linkedin.com/authwall?trk=x", "login_wall"],
  ["https://www.linkedin.com/feed/", "other"],
  ["https://linkedin.com.evil.com/in/jane-doe", "other"],
  ["https://evillinkedin.com/in/jane-doe", "other"],
  ["https://www.linkedin.com@evil.com/in/jane-doe", "other"],
  ["ftp://www.linkedin.com/in/jane-doe", "other"],
  ["https://www.linkedin.com/in/%E0%A4%A", "other"],
])("%s is %s", (url, kind) => expect(readAddress(url).kind).toBe(kind));

test.each([
  ["https://www.linkedin.com/talent/profile/AEMAAB1_x-2?project=1", "recruiter", "AEMAAB1_x-2"],
  ["https://www.linkedin.com/talent/hire/88/manage/all/profile/AEM2", "recruiter", "AEM2"],
  ["https://www.linkedin.com/talent/search/profile/AEM3?x", "recruiter", "AEM3"],
  ["https://www.linkedin.com/talent/search/profiles", "people_search", null],
  ["https://www.linkedin.com/sales/lead/ACwAAB,NAME_SEARCH,aB1c", "sales", "ACwAAB"],
  ["https://www.linkedin.com/sales/search/people?query=x", "people_search", null],
])("%s is %s of %s", (url, kind, productId) => {
  expect(readAddress(url)).toEqual({ kind, publicId: null, subPage: "", productId });
});

test.each([
  ["/company/acme/", "https://www.linkedin.com/company/acme"],
  ["https://de.linkedin.com/company/Acme-GmbH?trk=x", "https://www.linkedin.com/company/acme-gmbh"],
  ["https://www.linkedin.com/company/4400/life", "https://www.linkedin.com/company/4400"],
  ["https://evil.example/company/acme", null],
  ["//evil.example/company/acme", null],
  ["/school/acme", null],
])("the company of %s is %s", (href, url) => expect(companyUrlOf(href)).toBe(url));

test("member ids are told by case and length", () => {
  expect(isMemberId(MEMBER)).toBe(true);
  expect(isMemberId(MEMBER.toLowerCase())).toBe(false);
  expect(isMemberId("ACoA")).toBe(false);
});

test("links name their person, relative, absolute and by vanityName", () => {
  expect(publicIdOfLink("/in/jane-doe/overlay/about-this-profile/")).toBe("jane-doe");
  expect(publicIdOfLink("/preload/custom-invite/?vanityName=jane-doe")).toBe("jane-doe");
  expect(publicIdOfLink("https://example.org/in/jane-doe")).toBeNull();
});

test("canonicalising a canonical URL changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), (slug) => {
      const first = readAddress(`https://www.linkedin.com/in/${encodeURIComponent(slug)}`).publicId;
      if (first === null) return;
      expect(readAddress(canonicalUrl(first)).publicId).toBe(first);
    }),
  );
});

test("no address throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
      readAddress(url);
      isLinkedIn(url);
      publicIdOfLink(url);
    }),
  );
});
