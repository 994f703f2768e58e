/** Where the numbers of an XWD file's header stand, in bytes; each has four. */
const HEADER_SIZE = 0;
const BYTES_PER_LINE = 48;
const COLOURS = 76;
const COLOUR_SIZE = 12;

/** The color of one point of the screen, as #rrggbb, in the picture Xvfb keeps of it (XWD, 24 bits deep). */
export function colorIn(xwd: Buffer, x: number, y: number): string {
  const pixels = xwd.readUInt32BE(HEADER_SIZE) + xwd.readUInt32BE(COLOURS) * COLOUR_SIZE;
  const point = pixels + y * xwd.readUInt32BE(BYTES_PER_LINE) + x * 4;
  return `#${xwd.readUIntLE(point, 3).toString(16).padStart(6, "0")}`;
}
