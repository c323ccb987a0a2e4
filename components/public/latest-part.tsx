import type { ReactNode } from "react";
import type { DossierPart } from "./dossier-head";
import { partPath, type Setting } from "./setting";

interface Props {
  part: DossierPart;
  heading: string;
  /** The words that lead to all of the part. */
  all: string;
  setting: Setting;
  children: ReactNode;
}

/** A part of a dossier in short, as its overview shows it: the heading in the margin, and the way to the whole. */
export function LatestPart({ part, heading, all, setting, children }: Props) {
  return (
    <section
      aria-labelledby={`part-${part}`}
      className="min-w-0 border-t border-ink pt-4 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8"
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 lg:block">
        <h2 id={`part-${part}`} className="text-section">
          {heading}
        </h2>
        <p className="screen-only font-sans text-label lg:mt-2">
          <a href={partPath(setting, part)}>{all}</a>
        </p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
