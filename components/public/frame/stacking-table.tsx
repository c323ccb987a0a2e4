import type { ReactNode } from "react";

/**
 * The parts of a table that a phone shows as blocks of labelled lines (`.table-stacks`). Their roles are said
 * outright: some browsers forget that rows shown as blocks are rows.
 */
export function StackingTable({
  labelledBy,
  heads,
  className = "",
  children,
}: {
  labelledBy: string;
  heads: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <table role="table" aria-labelledby={labelledBy} className={`table table-stacks ${className}`}>
      <thead role="rowgroup">
        <tr role="row">{heads}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

/** The head of a column. */
export function Head({ figure = false, children }: { figure?: boolean; children: ReactNode }) {
  return (
    <th scope="col" role="columnheader" className={figure ? "figure" : undefined}>
      {children}
    </th>
  );
}

/** A cell, with the words of its column's head for where the heads are out of sight. */
export function Cell({
  head,
  figure = false,
  children,
}: {
  head: string;
  figure?: boolean;
  children: ReactNode;
}) {
  return (
    <td role="cell" data-head={head} className={figure ? "figure" : undefined}>
      {children}
    </td>
  );
}
