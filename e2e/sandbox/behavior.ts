/** What the vendor's reference leaves open; a right client is right under every setting. Tests may switch at any time. */
export interface Behavior {
  /** What a repeated POST of the same profile does to the fields. */
  onRepeat: "overwrite" | "fill_blanks" | "ignore";
  /** Whether it adds its note once more. */
  repeatsNote: boolean;
  /** Whether it adds a second candidate entry on the same job. */
  repeatsCandidate: boolean;
  /** What a creation answers. */
  createdStatus: 200 | 201;
  /** What a change answers whose answer tells nothing: a message, or nothing at all. */
  changedStatus: 200 | 204;
  /** How several keywords combine. */
  keywords: "all" | "any";
  /** Whether `pipeline_stages` come first stage first. */
  stageOrder: "first_to_last" | "last_to_first";
  /** How a value is told that the record does not have. */
  emptyValue: "null" | "absent" | "blank";
  /** The body of a 400, 403 and 404. */
  errorBody: "A" | "B" | "none";
  /** Whether answers tell the server's time. */
  dateHeader: "own" | "unreadable" | "none";
  /** How a row's own time is told: in UTC, in another zone's time, or not at all. */
  rowTime: "utc" | "zone" | "without_zone" | "none";
  /** Ms until a note shows in the timeline. */
  timelineDelay: number;
  /** Whether the timeline begins with what was written last. */
  timelineOrder: "newest_first" | "oldest_first";
  /** Ms until a new person is found by a search, and whether their candidacies are told by id. */
  searchDelay: number;
  candidacies: "told" | "absent";
  /** Letters after which a timeline cuts a content; 0: never. */
  timelineCut: number;
  /** Whether the timeline may be seen: a firm can hide it from outside sourcers. */
  timeline: "text" | "html" | "forbidden" | "empty";
  /** Whether a search that asks for `activities` has them: their shape there is in no sample. */
  timelineInSearch: boolean;
  /** How a person's own fields are told: options by id or by name, or not at all. */
  personFields: "id" | "name" | "absent";
  /** Whether a company's numeric address on LinkedIn finds it. */
  findsCompanyByNumber: boolean;
  /** The shape of a row of `person-activities/types`, and of `team-members`. */
  memberRow: "names" | "name" | "team_member";
  typeRow: "text" | "record";
}

export const defaultBehavior: Behavior = {
  onRepeat: "overwrite",
  repeatsNote: true,
  repeatsCandidate: false,
  createdStatus: 201,
  changedStatus: 200,
  keywords: "all",
  stageOrder: "first_to_last",
  emptyValue: "null",
  errorBody: "A",
  dateHeader: "own",
  rowTime: "utc",
  timelineDelay: 0,
  timelineOrder: "newest_first",
  searchDelay: 0,
  candidacies: "told",
  timelineCut: 0,
  timeline: "text",
  timelineInSearch: true,
  personFields: "id",
  findsCompanyByNumber: false,
  memberRow: "names",
  typeRow: "record",
};
