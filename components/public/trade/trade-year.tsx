/** A year of trade as readers see it. All reporters of a year share a page, which app/ has, as it has the list. */
import { useTranslations } from "next-intl";
import { NotRecorded } from "../frame/not-recorded";
import { partiesInText } from "../frame/setting";
import { type KindView, type LatestProps, nowhereElse } from "../kind-view";
import { byYear } from "./trade-figures";
import { TradeTable } from "./trade-table";
import { tradeYearFields, TradeYearView } from "./trade-year-view";

const years = 3;
/** Each party, a third source, and one that is not stated. */
const reporters = 4;

export const tradeYear: KindView<"tradeYear"> = {
  ...nowhereElse,
  fields: tradeYearFields,
  citesItself: false,
  Whole: TradeYearView,
  latest: {
    most: years * reporters,
    pick: (newest, setting) =>
      byYear(newest, setting)
        .slice(0, years)
        .flatMap((year) => year.records),
    Body: LatestTrade,
  },
};

function LatestTrade({ latest, setting, notes }: LatestProps<"tradeYear">) {
  const t = useTranslations("trade");
  const [a, b] = partiesInText(setting);
  return latest.length > 0 ? (
    <TradeTable records={latest} setting={setting} notes={notes} />
  ) : (
    <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
  );
}
