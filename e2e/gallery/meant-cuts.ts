/** An ellipsis that is no finding, since the words stand in full elsewhere; the gallery looks whether they do. */
export interface MeantCut {
  element: string;
  why: string;
  /** What holds the words in full: its own tooltip (or that of what it is in, or holds), or another element or box. */
  inFull: "tooltip" | (string & {});
}

export const meantCuts: readonly MeantCut[] = [
  {
    element: ".bar h1",
    why: "The bar has one line, whoever it is about",
    inFull: "[name=name], .saved-person",
  },
  {
    element: ".touch-line p",
    why: "One glance at the last touch; Details has the timeline",
    inFull: "tooltip",
  },
  {
    element: ".tick-words",
    why: "Shares the label's line with the mark, which gives way under the pointer and the focus",
    inFull: "tooltip",
  },
  {
    element: ".chosen-name, .chosen-client",
    why: "A chosen job is one row with its stage, however long the names",
    inFull: "tooltip",
  },
  {
    element: ".people-more",
    why: "The rows of a table that is scrolled by thousands are of one height",
    inFull: "tooltip",
  },
  {
    element: ".match-line p, .actions small",
    why: "Nothing moves when an answer comes; they are cut in the pseudo-locale alone",
    inFull: "tooltip",
  },
  {
    element: ".last-name",
    why: "The last saves stand below the form, one line each",
    inFull: "tooltip",
  },
];
