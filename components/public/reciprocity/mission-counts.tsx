import { useTranslations } from "next-intl";
import type { Reciprocity } from "@/lib/domain/reciprocity";
import { partiesInText, type Setting } from "../frame/setting";
import { SidedTable } from "./sided-table";

/** The missions of each side that are not closed, by type, and how many of them have a counterpart of the other side. */
export function MissionCounts({ found, setting }: { found: Reciprocity; setting: Setting }) {
  const t = useTranslations("reciprocity");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  return (
    <SidedTable
      caption={t("missionsCaption")}
      of={t("type")}
      sides={{ a: t("of", { country: a }), b: t("of", { country: b }) }}
      further={[t("paired"), t("unpaired")]}
      rows={found.missions.map((one) => ({
        key: one.type,
        name: word(one.type),
        cells: [one.a, one.b, 2 * Math.min(one.a, one.b), Math.abs(one.a - one.b)],
      }))}
    />
  );
}
