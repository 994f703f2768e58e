/** One measured figure: a line of the table, an object of the JSON. */
export interface Row {
  part: string;
  what: string;
  unit: "ms" | "bytes" | "calls" | "count" | "%";
  median: number;
  /** Lower and upper quartile; the same as the median for what is counted once. */
  spread: [number, number];
  /** The median of what it is measured against, in the same unit, and `median` over that. */
  against?: number;
  ratio?: number;
  /** For the ratio where there is one, else for the median. */
  bar?: Bar;
  holds?: boolean;
}

export type Bar = { atMost: number } | { atLeast: number };

type Figure = Pick<Row, "part" | "what" | "unit">;

/** The row of many samples; `against` are the samples of the other side, taken in turns with them. */
export function sampled(
  figure: Figure,
  samples: number[],
  options: { against?: number[]; bar?: Bar } = {},
): Row {
  const { against, bar } = options;
  const median = quantile(samples, 0.5);
  const spread: [number, number] = [quantile(samples, 0.25), quantile(samples, 0.75)];
  if (!against) return judged({ ...figure, median, spread }, bar);
  const other = quantile(against, 0.5);
  return judged({ ...figure, median, spread, against: other, ratio: median / other }, bar);
}

/** The row of something counted once. */
export function counted(figure: Figure, value: number, bar?: Bar): Row {
  return judged({ ...figure, median: value, spread: [value, value] }, bar);
}

function judged(row: Row, bar: Bar | undefined): Row {
  if (!bar) return row;
  const value = row.ratio ?? row.median;
  return { ...row, bar, holds: "atMost" in bar ? value <= bar.atMost : value >= bar.atLeast };
}

export function quantile(samples: number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low = Number.NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
