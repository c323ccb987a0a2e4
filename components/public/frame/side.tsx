import { type SideKey, sideOf } from "@/lib/domain/sides";
import { countryName } from "@/lib/domain/countries";
import { Name } from "./name";
import { type Setting } from "./setting";

const shape: Record<SideKey, { path: string; fill: string; stroke: string; ink: string }> = {
  a: {
    path: "M6 .8A5.2 5.2 0 1 1 5.99 .8Z",
    fill: "fill-side-a",
    stroke: "stroke-side-a",
    ink: "text-side-a",
  },
  b: { path: "M6 0 12 6 6 12 0 6Z", fill: "fill-side-b", stroke: "stroke-side-b", ink: "text-side-b" },
};

/** The sign of a side: a disc for the first country, a lozenge for the second, each in its own hue. */
export function SideSign({ side }: { side: SideKey }) {
  return (
    <svg
      className="mr-[0.4em] inline-block size-[0.62em] align-[0.03em]"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d={shape[side].path} className={shape[side].fill} />
    </svg>
  );
}

/** A country's name with the sign of its side. Other countries and "both" stand without one. */
export function Side({ code, setting, name }: { code: string; setting: Setting; name?: string }) {
  const side = sideOf(code, setting);
  return (
    <span className="whitespace-nowrap">
      {side && <SideSign side={side} />}
      <span className="whitespace-normal">
        {name ? <Name>{name}</Name> : countryName(code, setting.locale)}
      </span>
    </span>
  );
}

/** The outline of a side's sign, on a canvas of 12 by 12. */
export function pathOf(side: SideKey): string {
  return shape[side].path;
}

/** The class that fills a shape with a side's hue. */
export function fillOf(side: SideKey | undefined): string {
  return side ? shape[side].fill : "fill-ink";
}

/** The class that draws a line in a side's hue. */
export function strokeOf(side: SideKey | undefined): string {
  return side ? shape[side].stroke : "stroke-ink";
}

/** The class that makes a side's hue the colour of all within that has none of its own. */
export function inkOf(side: SideKey | undefined): string {
  return side ? shape[side].ink : "text-ink";
}
