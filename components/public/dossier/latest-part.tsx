import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarginSection } from "../frame/margin-section";
import { partPath, type Setting } from "../frame/setting";

interface Props {
  part: string;
  setting: Setting;
  children: ReactNode;
}

/** A part of a dossier in short, as its overview shows it, with the way to the whole. */
export function LatestPart({ part, setting, children }: Props) {
  const t = useTranslations("dossier");
  return (
    <MarginSection
      id={`part-${part}`}
      heading={t(`latest.${part}`)}
      beside={
        <p className="screen-only font-sans text-label lg:mt-2">
          <a href={partPath(setting, part)}>{t(`all.${part}`)}</a>
        </p>
      }
    >
      {children}
    </MarginSection>
  );
}
