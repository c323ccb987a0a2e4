import type { ReactNode } from "react";
import type { SideKey } from "@/lib/domain/sides";
import { SideSign } from "../frame/side";

export const bothSides = ["a", "b"] as const satisfies readonly SideKey[];

interface Props {
  caption: string;
  /** What the first column holds. */
  of: string;
  /** What heads the column of each side. */
  sides: Record<SideKey, string>;
  /** Of the columns after them. */
  further?: readonly string[];
  rows: readonly { key: string; name: string; cells: readonly ReactNode[] }[];
}

/** A table of figures with a column for each side: narrow enough for a phone, or scrolling by itself where there are further columns. */
export function SidedTable(props: Props) {
  if (!props.further) return <Sides {...props} look="table-narrow" />;
  return (
    <div className="table-frame" role="region" aria-label={props.caption} tabIndex={0}>
      <Sides {...props} />
    </div>
  );
}

function Sides({ caption, of, sides, further = [], rows, look = "" }: Props & { look?: string }) {
  return (
    <table className={`table max-w-3xl max-sm:text-note ${look}`}>
      <caption className="label pb-3 text-left">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {bothSides.map((side) => (
            <th key={side} scope="col" className="figure">
              <SideSign side={side} />
              {sides[side]}
            </th>
          ))}
          {further.map((head) => (
            <th key={head} scope="col" className="figure">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index} className="figure">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
