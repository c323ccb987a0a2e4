import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarginSection } from "../frame/margin-section";
import { partPath, type Setting } from "../frame/setting";

interface Props {
  part: string;
  setting: Setting;
  /** How many records the whole has. */
  count: number;
  children: ReactNode;
}

/** A part of a dossier in short, as its overview shows it, with the way to the whole. */
export function LatestPart({ part, setting, count, children }: Props) {
  const t = useTranslations("dossier");
  return (
    <MarginSection
      id={`part-${part}`}
      heading={t(`latest.${part}`)}
      beside={
        <div className="font-sans text-label lg:mt-2">
          <p className="screen-only">
            <a href={partPath(setting, part)}>{t(`all.${part}`, { count })}</a>
          </p>
        </div>
      }
    >
      {children}
    </MarginSection>
  );
}
