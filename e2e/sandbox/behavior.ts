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
  /** Whether a person's answer has the date of her latest activity. */
  tellsLastActivity: boolean;
}

export const defaultBehavior: Behavior = {
  onRepeat: "overwrite",
  repeatsNote: true,
  repeatsCandidate: false,
  createdStatus: 201,
  tellsLastActivity: false,
};
