import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { animatedPng, chunksOf } from "./animated-png.ts";

const icon = readFileSync("public/icons/16.png");
const darkIcon = readFileSync("public/icons/dark-16.png");
const larger = readFileSync("public/icons/32.png");

function pixelsOf(png: Buffer): Buffer {
  const parts = chunksOf(png).filter(({ type }) => type === "IDAT");
  return inflateSync(Buffer.concat(parts.map(({ data }) => data)));
}

test("the frames are played in order, each with its pixels", () => {
  const png = animatedPng([
    { png: icon, ms: 500 },
    { png: darkIcon, ms: 1500 },
  ]);
  const chunks = chunksOf(png);
  expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"]);
  const controls = chunks.filter(({ type }) => type === "fcTL").map(({ data }) => data);
  expect(controls.map((data) => data.readUInt32BE(0))).toEqual([0, 1]);
  expect(controls.map((data) => data.readUInt16BE(20))).toEqual([500, 1500]);
  const later = chunks.at(-2)?.data;
  expect(later?.readUInt32BE(0)).toBe(2);
  const pixels = inflateSync(later?.subarray(4) ?? Buffer.alloc(0));
  expect(pixels.equals(pixelsOf(darkIcon))).toBe(true);
});

test("what does not read animation shows the first frame", () => {
  expect(pixelsOf(animatedPng([{ png: icon, ms: 1 }])).equals(pixelsOf(icon))).toBe(true);
});

test("frames of two sizes are refused", () => {
  const frames = [
    { png: icon, ms: 1 },
    { png: larger, ms: 1 },
  ];
  expect(() => animatedPng(frames)).toThrow("differ");
});
