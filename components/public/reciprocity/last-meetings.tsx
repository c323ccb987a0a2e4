import { useTranslations } from "next-intl";
import { type Reciprocity, timeSince } from "@/lib/domain/reciprocity";
import { partiesInText, type Setting } from "../frame/setting";
import { bothSides, SidedTable } from "./sided-table";

interface Props {
  found: Reciprocity;
  setting: Setting;
  /** The ISO day up to which it is counted. */
  today: string;
}

/** Of each rank and side how long ago its last visit began, as exactly as its date is known. */
export function LastMeetings({ found, setting, today }: Props) {
  const t = useTranslations("reciprocity");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  const since = (last: string | null) => {
    if (last === null) return t("noneOfRank");
    const { unit, count, isAbout } = timeSince(last, today);
    const time = t(`since.${unit}`, { count });
    return isAbout ? t("since.about", { time }) : time;
  };
  return (
    <SidedTable
      caption={t("lastCaption")}
      of={t("rank")}
      sides={{ a: t("from", { country: a }), b: t("from", { country: b }) }}
      rows={found.visits.map(({ rank, last }) => ({
        key: rank,
        name: word(rank),
        cells: bothSides.map((side) => since(last[side])),
      }))}
    />
  );
}
