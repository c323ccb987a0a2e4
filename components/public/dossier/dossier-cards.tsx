import { hasCome } from "@/lib/domain/has-come";
import { useTranslations } from "next-intl";
import { showPartialDate } from "@/lib/domain/date-words";
import { isCompactWhole, showMoney } from "@/lib/domain/money";
import { showPeriod } from "@/lib/domain/trade-period";
import { allOf } from "@/lib/domain/intl-formats";
import type { DossierState } from "@/lib/domain/dossier-state";
import { dateWords, Day } from "../frame/date-text";
import { isolated } from "../frame/name";
import { partyNames, pathTo } from "../frame/setting";
import { SideSign } from "../frame/side";
import { YearStrip } from "./year-strip";

export type DossierCard = DossierState & { updatedAt: string };

interface Props {
  dossiers: readonly DossierCard[];
  locale: string;
}

/** Every dossier as a card: the pair, how the two stand with each other in one sentence, and when what was recorded took place. */
export function DossierCards({ dossiers, locale }: Props) {
  const t = useTranslations("home");
  return (
    <ul className="grid gap-x-12 lg:grid-cols-2">
      {dossiers.map((dossier) => {
        const [a, b] = partyNames({ parties: dossier.countries, locale });
        return (
          <li key={dossier.id} className="grid content-start gap-2 border-t border-ink pt-4 pb-10">
            <h3 className="text-section">
              <a href={pathTo({ locale, slug: dossier.slug })} className="pair">
                <SideSign side="a" />
                <span>{a}</span> – <SideSign side="b" />
                <span>{b}</span>
              </a>
            </h3>
            <p className="leading-snug first-letter:uppercase">
              <State dossier={dossier} locale={locale} />
            </p>
            <YearStrip years={dossier.years} />
            <p className="label">{t.rich("updated", { day: () => <Day instant={dossier.updatedAt} /> })}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Since when there are relations, who came last, how many agreements there are, and what is traded: what is known of it. */
function State({ dossier, locale }: { dossier: DossierState; locale: string }) {
  const t = useTranslations("home.state");
  const say = useTranslations("trade");
  const dates = useTranslations("dates");
  const date = (stored: string) => showPartialDate(stored, locale, dateWords(dates.raw.bind(dates)));
  const { established, lastVisit, nextVisit, agreements, trade, missions } = dossier;
  const embassies = missions[0] + missions[1];
  const known = [
    established && t(hasCome(established) ? "since" : "from", { date: date(established) }),
    lastVisit && t("visit", { visitor: isolated(lastVisit.visitor), date: date(lastVisit.began) }),
    nextVisit && t("nextVisit", { visitor: isolated(nextVisit.visitor), date: date(nextVisit.began) }),
    agreements > 0 && t("agreements", { count: agreements }),
    embassies > 0 && t("missions", { count: embassies }),
    trade &&
      t("trade", {
        amount: tradeSaid(trade, locale, say),
        year: showPeriod({ year: trade.year, period: trade.period === "fiscal" ? "fiscal" : undefined }),
      }),
  ].filter((one) => typeof one === "string");
  if (known.length === 0) return t("nothing");
  return t("sentence", { known: allOf(known, locale) });
}

/** A sum within a sentence: what is rounded or not final says so. */
function tradeSaid(
  { total, currency, standing }: NonNullable<DossierState["trade"]>,
  locale: string,
  say: (key: string, values?: Record<string, string>) => string,
): string {
  const shown = showMoney(total, currency, locale);
  const amount = isCompactWhole(total) ? shown : say("rounded", { amount: shown });
  return standing ? say("unsure", { amount, standing: say(`standings.${standing}.word`) }) : amount;
}
