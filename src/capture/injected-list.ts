/** The script for a list of people: one function on the isolated world's `globalThis`, as injected.ts. */
import { type PersonRow, readPeopleList } from "../linkedin/layouts/people-list.ts";

declare global {
  /** The people in the list this page shows now. */
  var stardexCaptureList: () => PersonRow[];
}

globalThis.stardexCaptureList = () => readPeopleList(document, document.URL);
