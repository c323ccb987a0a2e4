/** A year of trade as readers see it. All reporters of a year share a page, which app/ has, as it has the list. */
import { useTranslations } from "next-intl";
import { NotRecorded } from "../frame/not-recorded";
import { partiesInText } from "../frame/setting";
import { type KindView, type LatestProps, nowhereElse } from "../kind-view";
import { TradeSentences } from "./trade-sentences";
import { summaryOf } from "./trade-summary";
import { tradeYearFields, TradeYearView } from "./trade-year-view";

/** The latest year and the one before. */
const years = 2;
/** Each party, two third sources, and one that is not stated. */
const reporters = 5;

export const tradeYear: KindView<"tradeYear"> = {
  ...nowhereElse,
  fields: tradeYearFields,
  citesItself: false,
  Whole: TradeYearView,
  latest: {
    most: years * reporters,
    pick: (newest, setting) => {
      const summary = summaryOf(newest, setting);
      return summary ? [summary.record, ...(summary.change ? [summary.change.before] : [])] : [];
    },
    Body: LatestTrade,
  },
};

function LatestTrade({ latest, setting, notes }: LatestProps<"tradeYear">) {
  const t = useTranslations("trade");
  const [a, b] = partiesInText(setting);
  const summary = summaryOf(latest, setting);
  return summary ? (
    <TradeSentences summary={summary} setting={setting} notes={notes} />
  ) : (
    <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
  );
}
