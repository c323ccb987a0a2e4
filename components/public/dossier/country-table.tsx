import { hasCome } from "@/lib/domain/has-come";
import { dayShown } from "@/lib/domain/stood/moment";
import { useTranslations } from "next-intl";
import { type DossierOrder, dossierOrders } from "@/lib/domain/dossier-pages";
import { DateText } from "../frame/date-text";
import { Missing } from "../frame/facts";
import { Name } from "../frame/name";
import { localPath } from "@/lib/routes";
import { pathTo } from "../frame/setting";
import { MoneyText } from "../trade/money-text";
import { showPeriod } from "@/lib/domain/trade-period";
import type { DossierState } from "@/lib/domain/dossier-state";
import { countryAddress } from "./country-address";

/** A dossier of a country, with the name of the other. */
export type CountryLine = DossierState & { name: string };

interface Props {
  lines: readonly CountryLine[];
  /** ISO 3166-1 alpha-2. */
  code: string;
  by: DossierOrder | undefined;
  locale: string;
  /** The moment as which they are shown, as addresses spell it. */
  stood?: string | undefined;
}

/** All dossiers of a country, a line each: since when, who sits where, the last visit, agreements and trade; each head puts them in order. */
export function CountryTable({ lines, code, by, locale, stood }: Props) {
  const t = useTranslations("countries");
  return (
    <div className="table-frame" role="region" aria-label={t("table")} tabIndex={0}>
      <table className="table table-stacked lg:min-w-[46rem]">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            <Head
              isSorted={by === undefined}
              ascending
              href={countryAddress(locale, code, 1, undefined, stood)}
              words={t("with")}
            />
            {dossierOrders.map((order) => (
              <Head
                key={order}
                isSorted={by === order}
                ascending={order === "since"}
                figure={order === "agreements" || order === "trade"}
                href={countryAddress(locale, code, 1, order, stood)}
                words={t(order)}
              />
            ))}
            <th scope="col" className="unsorted">
              {t("missions")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} code={code} locale={locale} stood={stood} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  isSorted: boolean;
  ascending: boolean;
  figure?: boolean;
  href: string;
  words: string;
}

function Head({ isSorted, ascending, figure = false, href, words }: HeadProps) {
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (ascending ? "ascending" : "descending") : undefined}
      className={figure ? "figure" : undefined}
    >
      {isSorted ? (
        <span className="text-ink">
          {words} {ascending ? "↑" : "↓"}
        </span>
      ) : (
        <a href={href}>{words}</a>
      )}
    </th>
  );
}

function Line({ line, code, locale, stood }: Omit<Props, "lines" | "by"> & { line: CountryLine }) {
  const t = useTranslations("countries");
  const { slug, name, established, lastVisit, nextVisit, agreements, trade, missions, countries } = line;
  const [own, theirs] = countries[0] === code ? missions : [missions[1], missions[0]];
  const date = (value: string) => <DateText value={value} />;
  const none = <Missing>{t("notRecorded")}</Missing>;
  return (
    <tr>
      <th scope="row">
        <a href={pathTo({ locale, slug, stood })}>{name}</a>
      </th>
      <td data-of={t("since")}>
        {established
          ? hasCome(established, dayShown(stood))
            ? date(established)
            : t.rich("sinceLater", { date: () => date(established) })
          : none}
      </td>
      <td data-of={t("visit")}>
        {lastVisit ? (
          <>
            <a href={localPath(locale, `/${slug}/visits/${lastVisit.slug}`)}>
              <Name>{lastVisit.visitor}</Name>
            </a>
            , <DateText value={lastVisit.began} />
          </>
        ) : (
          none
        )}
        {nextVisit && (
          <>
            <br />
            {t.rich("nextVisit", {
              visitor: () => (
                <a href={localPath(locale, `/${slug}/visits/${nextVisit.slug}`)}>
                  <Name>{nextVisit.visitor}</Name>
                </a>
              ),
              date: () => date(nextVisit.began),
            })}
          </>
        )}
      </td>
      <td className="figure" data-of={t("agreements")}>
        {agreements > 0 ? agreements : none}
      </td>
      <td className="figure" data-of={t("trade")}>
        {trade
          ? t.rich("tradeIn", {
              year: showPeriod({
                year: trade.year,
                period: trade.period === "fiscal" ? "fiscal" : undefined,
              }),
              amount: () => (
                <MoneyText
                  amount={trade.total}
                  currency={trade.currency}
                  standing={trade.standing ?? undefined}
                />
              ),
            })
          : none}
      </td>
      <td data-of={t("missions")}>{t("missionsBoth", { own, theirs, other: name })}</td>
    </tr>
  );
}
