import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inRepo } from "./paths.mjs";
import { keyLetters, latinLetters, makeTypeface, typefaceFiles, typefacePath } from "./typefaces.mjs";

const hex = (point) => point.toString(16).toUpperCase().padStart(4, "0");
const rangeOf = (letters) =>
  letters.map(([first, last]) => `U+${hex(first)}${last ? `-${hex(last)}` : ""}`).join(", ");
const fonts = readFileSync(inRepo("app", "fonts.ts"), "utf8");

test.each(Object.entries(typefaceFiles))(
  "%s is what its package's file makes, and light",
  async (name, file) => {
    const kept = readFileSync(typefacePath(name));
    expect(kept.equals(await makeTypeface(file))).toBe(true);
    expect(kept.length).toBeLessThan(file.most);
  },
);

test("key values are set in the second weight by the same range", () => {
  expect(fonts.split(`value: "${rangeOf(keyLetters)}"`)).toHaveLength(2);
});

test("pages ask for these letters by the same range, and for the others by one without them", () => {
  const range = rangeOf(latinLetters);
  expect(fonts.split(`value: "${range}"`)).toHaveLength(3);
  const others = pointsOf(/few names have[\s\S]*?value:\s*"([^"]+)"/.exec(fonts)?.[1] ?? "");
  expect(others.size).toBeGreaterThan(100);
  for (const point of pointsOf(range)) expect(others.has(point), hex(point)).toBe(false);
});

function pointsOf(range) {
  const points = new Set();
  for (const part of range.match(/[0-9A-F]{4}(-[0-9A-F]{4})?/g) ?? []) {
    const [first, last = first] = part.split("-").map((digits) => parseInt(digits, 16));
    for (let point = first; point <= last; point += 1) points.add(point);
  }
  return points;
}
