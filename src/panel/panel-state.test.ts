import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TabReading } from "../capture/read-tab.ts";
import { changePanel, firstPanelState, type PanelEvent, type PanelState, pageOf } from "./panel-state.ts";

const url = (slug: string) => `https://www.linkedin.com/in/${slug}/`;
const reading = (slug: string) => ({ result: "profile", publicId: slug }) as TabReading;
const apply = (...events: PanelEvent[]) => events.reduce(changePanel, firstPanelState);
const shown = (tabId: number, slug: string | null): PanelEvent => ({
  type: "tab_shown",
  tab: { tabId, url: slug && url(slug) },
});
const pressed: PanelEvent = { type: "read_requested" };
const done = (attempt: number, slug: string, at = slug): PanelEvent => ({
  type: "read_done",
  attempt,
  url: url(at),
  reading: reading(slug),
});

describe("what was read", () => {
  test("is shown of the page in view", () => {
    expect(apply(shown(1, "ada"), pressed, done(1, "ada")).content).toMatchObject({ is: "read" });
  });

  test.each<[string, PanelEvent[]]>([
    ["the tab moves on within the site", [shown(1, "bo")]],
    ["another tab comes into view", [shown(2, "ada")]],
    ["the tab leaves the site", [shown(1, null)]],
    ["the user comes back to the tab", [shown(2, "bo"), shown(1, "ada")]],
    ["the same person's page is shown after another", [shown(1, "bo"), shown(1, "ada")]],
  ])("goes at once when %s, and nothing is read by itself", (_what, events) => {
    const state = apply(shown(1, "ada"), pressed, done(1, "ada"), ...events);
    expect(state.content).toEqual({ is: "blank" });
  });

  test("stays while a part of the same profile opens", () => {
    const overlay: PanelEvent = {
      type: "tab_shown",
      tab: { tabId: 1, url: `${url("ada")}overlay/contact-info/` },
    };
    expect(apply(shown(1, "ada"), pressed, done(1, "ada"), overlay).content).toMatchObject({ is: "read" });
  });
});

describe("an answer that comes late", () => {
  test.each<[string, PanelEvent[]]>([
    ["after the page has changed", [shown(1, "bo"), done(1, "ada")]],
    ["after the page has changed and changed back", [shown(1, "bo"), shown(1, "ada"), done(1, "ada")]],
    ["from a page that the browser has not announced yet", [done(1, "bo")]],
    ["from the right address with another person on it", [done(1, "bo", "ada")]],
    ["from a tab that cannot be asked where it is", [{ ...done(1, "ada"), url: null } as PanelEvent]],
  ])("%s is not shown", (_when, events) => {
    expect(apply(shown(1, "ada"), pressed, ...events).content).toEqual({ is: "blank" });
  });

  test("is not taken for the answer of the next reading", () => {
    const state = apply(shown(1, "ada"), pressed, shown(1, "bo"), pressed, done(1, "ada"));
    expect(state.content).toEqual({ is: "reading", attempt: 2 });
  });
});

test("nothing is read where the extension has no access", () => {
  expect(apply(shown(1, null), pressed).content).toEqual({ is: "blank" });
});

/**
 * A browser with three tabs over four people: pages change, tabs are switched, the user presses Read. Its events
 * arrive in order but late, the answers of readings whenever they like.
 */
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("navigate" as const), tab: fc.nat(2), person: fc.nat(3) }),
    fc.record({ do: fc.constant("switch" as const), tab: fc.nat(2) }),
    fc.record({ do: fc.constant("leave" as const), tab: fc.nat(2) }),
    fc.record({ do: fc.constant("press" as const) }),
    fc.record({ do: fc.constant("deliver" as const) }),
    fc.record({ do: fc.constant("read" as const), which: fc.nat(5) }),
    fc.record({ do: fc.constant("answer" as const), which: fc.nat(5) }),
  ),
  { maxLength: 60 },
);

test("in every order of events, what is shown is of the page that the panel knows to be in view", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const pages: (string | null)[] = ["p0", "p1", "p2"];
      let inView = 0;
      let state: PanelState = changePanel(firstPanelState, shown(0, "p0"));
      const news: PanelEvent[] = [];
      /** Readings under way: the tab, and what was found there once the script has run. */
      const readings: { tab: number; attempt: number; found: string | null | undefined }[] = [];
      const announce = () => news.push(shown(inView, pages[inView] ?? null));

      for (const step of all) {
        if (step.do === "navigate" || step.do === "leave") {
          pages[step.tab] = step.do === "leave" ? null : `p${step.person}`;
          if (step.tab === inView) announce();
        } else if (step.do === "switch") {
          inView = step.tab;
          announce();
        } else if (step.do === "press") {
          state = changePanel(state, pressed);
          if (state.content.is === "reading" && state.tab)
            readings.push({ tab: state.tab.tabId, attempt: state.content.attempt, found: undefined });
        } else if (step.do === "deliver") {
          const next = news.shift();
          if (next) state = changePanel(state, next);
        } else if (step.do === "read") {
          const one = readings[step.which];
          if (one) one.found = pages[one.tab] ?? null;
        } else {
          const one = readings[step.which];
          if (one?.found) {
            const event = done(one.attempt, one.found, pages[one.tab] ?? one.found);
            state = changePanel(state, pages[one.tab] ? event : ({ ...event, url: null } as PanelEvent));
          }
        }
        const { content, tab } = state;
        if (content.is !== "read" || content.reading.result !== "profile") continue;
        expect(`in/${content.reading.publicId}`).toBe(tab?.url && pageOf(tab.url));
        // Once the browser's news are in, that is the page in view.
        if (news.length === 0) expect(content.reading.publicId).toBe(pages[inView]);
      }
    }),
    { numRuns: 2000 },
  );
});
