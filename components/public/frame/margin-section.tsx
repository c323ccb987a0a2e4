import type { ReactNode } from "react";
import { MarkedHeading } from "./marked-heading";

interface Props {
  /** The anchor of its heading. */
  id?: string;
  heading: ReactNode;
  /** The marks of its sources. */
  marks?: ReactNode;
  /** What stands below the heading. */
  beside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A section as every page sets it: a rule across, the heading in the margin, the content to the right edge. */
export function MarginSection({ id, heading, marks, beside, className = "", children }: Props) {
  return (
    <section
      aria-labelledby={id}
      className={`min-w-0 border-t border-ink pt-4 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8 ${className}`}
    >
      <div className="part-head mb-4 flex flex-wrap items-baseline justify-between gap-x-6 lg:block">
        <MarkedHeading level="h2" id={id} className="min-w-0 text-section wrap-anywhere" after={marks}>
          {heading}
        </MarkedHeading>
        {beside}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
