import type { Bar, Row } from "./row.ts";

const HEAD = ["measured", "median", "spread", "against", "ratio", "bar", "holds"];

/** The rows as one Markdown table. */
export function table(rows: Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = lines.map(
    (line) => `| ${line.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(" | ")} |`,
  );
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [written[0], rule, ...written.slice(1)].join("\n");
}

function cells(row: Row): string[] {
  const value = (amount: number | undefined) => (amount === undefined ? "" : written(amount, row.unit));
  const [low, high] = row.spread;
  return [
    `${row.part}: ${row.what}`,
    value(row.median),
    low === high ? "" : `${value(low)} to ${value(high)}`,
    value(row.against),
    row.ratio?.toFixed(2) ?? "",
    row.bar ? barWords(row.bar, row.ratio === undefined ? row.unit : undefined) : "",
    row.holds === undefined ? "" : row.holds ? "yes" : "NO",
  ];
}

function barWords(bar: Bar, unit: Row["unit"] | undefined): string {
  const [words, value] = "atMost" in bar ? ["at most", bar.atMost] : ["at least", bar.atLeast];
  return `${words} ${unit ? written(value, unit) : value}`;
}

function written(amount: number, unit: Row["unit"]): string {
  if (unit === "ms") return `${amount.toFixed(amount < 20 ? 1 : 0)} ms`;
  if (unit === "bytes") return Math.abs(amount) < 1000 ? `${amount} B` : `${(amount / 1000).toFixed(1)} KB`;
  if (unit === "%") return `${amount.toFixed(0)} %`;
  return String(amount);
}
