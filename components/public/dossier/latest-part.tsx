import type { ReactNode } from "react";
import type { DossierPart } from "./dossier-head";
import { MarginSection } from "../frame/margin-section";
import { partPath, type Setting } from "../frame/setting";

interface Props {
  part: DossierPart;
  heading: string;
  /** The words that lead to all of the part. */
  all: string;
  setting: Setting;
  children: ReactNode;
}

/** A part of a dossier in short, as its overview shows it, with the way to the whole. */
export function LatestPart({ part, heading, all, setting, children }: Props) {
  return (
    <MarginSection
      id={`part-${part}`}
      heading={heading}
      beside={
        <p className="screen-only font-sans text-label lg:mt-2">
          <a href={partPath(setting, part)}>{all}</a>
        </p>
      }
    >
      {children}
    </MarginSection>
  );
}
