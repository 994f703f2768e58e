/** Several PNGs of one size as one that moves (https://www.w3.org/TR/png-3/, part 11.3.2). */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface Frame {
  png: Buffer;
  /** How long it stands, at most 65 s. */
  ms: number;
}

interface Chunk {
  type: string;
  data: Buffer;
}

/** Plays for ever. Throws when the frames differ in size or kind, since one header serves all. */
export function animatedPng(frames: Frame[]): Buffer {
  const pictures = frames.map(({ png }) => chunksOf(png));
  const [header] = pictures.map((chunks) => chunkOf(chunks, "IHDR"));
  if (!header) throw new Error("No frame");
  if (pictures.some((chunks) => !chunkOf(chunks, "IHDR").equals(header)))
    throw new Error("The frames differ in size or kind");
  // Frame controls and the data of later frames are numbered in one row.
  let sequence = 0;
  const body = pictures.flatMap((chunks, n): Chunk[] => {
    const control = { type: "fcTL", data: frameControl(sequence++, header, frames[n]?.ms ?? 0) };
    // Pixels stay as they are filtered; only the compression is the best.
    const pixels = deflateSync(inflateSync(joined(chunks, "IDAT")), { level: 9 });
    if (n === 0) return [control, { type: "IDAT", data: pixels }];
    return [control, { type: "fdAT", data: Buffer.concat([uint32(sequence++), pixels]) }];
  });
  const all: Chunk[] = [
    { type: "IHDR", data: header },
    { type: "acTL", data: Buffer.concat([uint32(frames.length), uint32(0)]) },
    ...body,
    { type: "IEND", data: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...all.map(bytesOf)]);
}

export function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function chunkOf(chunks: Chunk[], type: string): Buffer {
  const found = chunks.find((chunk) => chunk.type === type);
  if (!found) throw new Error(`The PNG has no ${type}`);
  return found.data;
}

function joined(chunks: Chunk[], type: string): Buffer {
  return Buffer.concat(chunks.filter((chunk) => chunk.type === type).map(({ data }) => data));
}

/** The whole picture is drawn anew, opaque. */
function frameControl(sequence: number, header: Buffer, ms: number): Buffer {
  const control = Buffer.alloc(26);
  control.writeUInt32BE(sequence, 0);
  header.copy(control, 4, 0, 8);
  control.writeUInt16BE(ms, 20);
  control.writeUInt16BE(1000, 22);
  return control;
}

function bytesOf({ type, data }: Chunk): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([uint32(data.length), typed, uint32(crc32(typed))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
