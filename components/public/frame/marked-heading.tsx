import type { ReactNode } from "react";

interface Props {
  level: "h1" | "h2" | "h3";
  id?: string;
  /** Its size, and the room around it. */
  className: string;
  /** What stands before it and is no part of it: the sign of a side. */
  before?: ReactNode;
  /** The marks of its sources, and what others state: in its line, but no part of it. */
  after?: ReactNode;
  children: ReactNode;
}

/** A heading with the marks of its sources behind it: who has headings read out hears its words and no buttons. */
export function MarkedHeading({ level: Heading, id, className, before, after, children }: Props) {
  return (
    <div className={`marked ${className}`}>
      {before}
      <Heading id={id}>{children}</Heading>
      {after}
    </div>
  );
}
