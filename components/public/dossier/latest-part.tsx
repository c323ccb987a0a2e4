import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MarginSection } from "../frame/margin-section";
import { partPath, type Setting } from "../frame/setting";

interface Props {
  part: string;
  setting: Setting;
  /** How many records the whole has. */
  count: number;
  /** What of it is shown, where that is not plain. */
  shown?: ReactNode;
  children: ReactNode;
}

/** A part of a dossier in short, as its overview shows it, with the way to the whole. */
export function LatestPart({ part, setting, count, shown, children }: Props) {
  const t = useTranslations("dossier");
  return (
    <MarginSection
      id={`part-${part}`}
      heading={t(`latest.${part}`)}
      beside={
        <div className="font-sans text-label lg:mt-2">
          {shown && <p className="text-muted">{shown}</p>}
          <p className="screen-only">
            <a href={partPath(setting, part)}>
              {count > 0 ? t("allCounted", { all: t(`all.${part}`), count }) : t(`all.${part}`)}
            </a>
          </p>
        </div>
      }
    >
      {children}
    </MarginSection>
  );
}
