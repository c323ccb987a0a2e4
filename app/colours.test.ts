import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const css = readFileSync(fileURLToPath(new URL("globals.css", import.meta.url)), "utf8");

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}
const [light = "", rest = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
const [dark = "", print = ""] = rest.split("@media print");

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ["light", tokens(light)],
  ["dark", tokens(dark)],
  ["printed", { ...tokens(light), ...tokens(print) }],
])("the %s colours", (_mode, colours) => {
  const text = ["ink", "muted", "accent", "side-a", "side-b", "focus", "danger", "warn", "ok"];

  test.each(text.flatMap((ink) => ["paper", "raised"].map((ground) => [ink, ground])))(
    "%s can be read on %s",
    (ink = "", ground = "") => expect(contrast(colours[ink]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(["side-a", "side-b"])("%s stands out from land on the map", (side) =>
    expect(contrast(colours[side]!, colours.land!)).toBeGreaterThanOrEqual(3),
  );

  test("paper can be read on ink and on the accent, as buttons have it", () => {
    expect(contrast(colours.paper!, colours.ink!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.paper!, colours.accent!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.paper!, colours.focus!)).toBeGreaterThanOrEqual(4.5);
  });
});
