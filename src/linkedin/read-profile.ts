/** A page -> a Reading, in one step. The extension takes the two of it on the two sides of the border between page and extension. */
import { decide } from "./decide.ts";
import { findProfile } from "./find-profile.ts";
import type { Reading } from "./reading.ts";

/** Reads the page once, as it is now. Never throws. */
export function readProfile(document: Document, url: string): Reading {
  return decide(findProfile(document, url));
}
