import { useTranslations } from "next-intl";
import { daysBetween, type Reciprocity } from "@/lib/domain/reciprocity";
import { partiesInText, type Setting } from "../frame/setting";
import { bothSides, SidedTable } from "./sided-table";

interface Props {
  found: Reciprocity;
  setting: Setting;
  /** The ISO day up to which days are counted. */
  today: string;
}

/** Of each rank and side the days from the first day on which its last visit can have begun to today. */
export function LastMeetings({ found, setting, today }: Props) {
  const t = useTranslations("reciprocity");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  const days = (last: string | null) =>
    last === null ? t("noneOfRank") : t("days", { count: daysBetween(last, today) });
  return (
    <SidedTable
      caption={t("lastCaption")}
      of={t("rank")}
      sides={{ a: t("from", { country: a }), b: t("from", { country: b }) }}
      rows={found.visits.map(({ rank, last }) => ({
        key: rank,
        name: word(rank),
        cells: bothSides.map((side) => days(last[side])),
      }))}
    />
  );
}
