/** A paste as rows of cells: from a spreadsheet, a CSV file, a Markdown table; or as lines. */
import Papa from "papaparse";
import { isAddressOnly } from "./address.ts";
import { readHeader } from "./header-words.ts";

export interface Row {
  /** The line where it begins; the first is 1. */
  line: number;
  cells: string[];
}

export interface SplitPaste {
  kind: "table" | "lines";
  rows: Row[];
}

const DELIMITERS = ["\t", ";", ",", "|"];

export function splitRows(pasted: string): SplitPaste {
  const text = withoutHyperlinks(pasted.replace(/^\ufeff/, "").replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n"));
  const markdown = markdownTable(text);
  if (markdown) return { kind: "table", rows: markdown };
  const named = /^"?sep=(.)"?[ \t]*(?:\n|$)/i.exec(text);
  if (named?.[1]) {
    // Blank in the place of Excel's line, so that the numbers of the lines stay.
    return {
      kind: "table",
      rows: delimited(text.slice(named[0].length), named[1], named[0].includes("\n") ? 1 : 0),
    };
  }
  const tables = DELIMITERS.map((delimiter) => delimited(text, delimiter, 0));
  const scores = tables.map(tableScore);
  const best = Math.max(...scores);
  const table = best > 0 ? tables[scores.indexOf(best)] : undefined;
  return table ? { kind: "table", rows: table } : { kind: "lines", rows: lines(text) };
}

/** =HYPERLINK("address";"label"), under any of its names, as the label and the address. */
function withoutHyperlinks(text: string): string {
  return text.replace(
    /=[\p{L}._]{4,40}\(\s*"{1,2}(https?:[^"\s]{1,2000})"{1,2}\s*(?:[;,]\s*"{1,2}([^"\n]{0,300})"{1,2}\s*)?\)/gu,
    (_all, address: string, label = "") => `${label} ${address}`.trim(),
  );
}

function lines(text: string): Row[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, cells: [line] }))
    .filter(({ cells }) => cells[0]?.trim());
}

/** How many rows hold an address in a cell of its own, or are a header: what the delimiter is there for. */
function tableScore(rows: Row[]): number {
  const split = rows.filter(({ cells }) => cells.length > 1);
  const hasHeader = split.slice(0, 1).some(({ cells }) => readHeader(cells) !== null);
  return split.filter(({ cells }) => cells.some(isAddressOnly)).length + Number(hasHeader);
}

function delimited(text: string, delimiter: string, linesBefore: number): Row[] {
  if (!text.includes(delimiter)) return [];
  const { rows, hasStrayQuote } = parse(text, delimiter, '"');
  // A quote that never closes would swallow every line behind it: then quotes are only characters.
  const read = hasStrayQuote ? parse(text, delimiter, "\0").rows : rows;
  return read
    .map(({ line, cells }) => ({ line: line + linesBefore, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function parse(text: string, delimiter: string, quoteChar: string): { rows: Row[]; hasStrayQuote: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar, newline: "\n" });
  let line = 1;
  const rows = data.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);
    return row;
  });
  return { rows, hasStrayQuote: errors.some(({ type }) => type === "Quotes") };
}

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** The rows around every line of dashes; null where there is none. Other lines come along as rows of one cell. */
function markdownTable(text: string): Row[] | null {
  const all = text.split("\n");
  const isTable = all.some((line, at) => RULE.test(line) && line.includes("|") && all[at - 1]?.includes("|"));
  if (!isTable) return null;
  return all.flatMap((line, index) =>
    line.trim() === "" || RULE.test(line) ? [] : [{ line: index + 1, cells: markdownCells(line) }],
  );
}

function markdownCells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replaceAll("\\|", "|")
      .replace(/<br\s*\/?>/gi, "\n")
      .trim(),
  );
}
