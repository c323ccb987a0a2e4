/** How the lines of a trade chart are told apart, and how much of its width they have beside their names. */
import type { SideKey } from "@/lib/domain/sides";
import { strokeOf } from "../frame/side";

/** How a line is drawn, and the sign of it beside its name. */
export interface LineLook {
  strokeDasharray: string;
  strokeWidth: number;
  className: string;
}

const looks: readonly { dash: string; width: number; ink?: string }[] = [
  { dash: "", width: 2.5 },
  { dash: "7 4", width: 2, ink: "stroke-ink" },
  { dash: "2 3", width: 2.5, ink: "stroke-muted" },
  { dash: "10 3 2 3", width: 2 },
  { dash: "1 5", width: 3, ink: "stroke-ink" },
];

/** The look of the line of the reporter at this place: by its dashes, and by ink or the hue of the flow's side. */
export function lookOf(index: number, side: SideKey | undefined): LineLook {
  const { dash, width, ink } = looks[index % looks.length]!;
  return { strokeDasharray: dash, strokeWidth: width, className: `fill-none ${ink ?? strokeOf(side)}` };
}

/** The room of the lines in a drawing. */
export interface Plot {
  /** Of the drawing's width, in percent. */
  width: number;
  /** Whether names stand at the ends of the lines, in the rest; else, and on a phone, they stand below. */
  isNamedBeside: boolean;
  /** The class of the drawing, which on a phone gives the room of the names to the lines. */
  drawing: string;
}

/** As much room for the lines as the longest of these names leaves, about 7 pixels a letter in a panel of 400. */
export function plotFor(names: readonly string[]): Plot {
  const longest = Math.max(0, ...names.map((name) => name.length));
  if (longest <= 10) return { width: 76, isNamedBeside: true, drawing: "max-sm:w-[125%]" };
  if (longest <= 20) return { width: 60, isNamedBeside: true, drawing: "max-sm:w-[158%]" };
  return { width: 95, isNamedBeside: false, drawing: "" };
}
