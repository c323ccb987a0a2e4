import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { StandingText } from "@/components/public/dossier/standing-text";
import { Cite } from "@/components/public/sources/cite";
import { DateText } from "@/components/public/frame/date-text";
import { Facts, Missing } from "@/components/public/frame/facts";
import { MoneyText } from "@/components/public/trade/money-text";
import type { Notes } from "@/components/public/notes/notes";
import {
  partPath,
  partiesInText,
  pathTo,
  type Setting,
  type Viewed,
} from "@/components/public/frame/setting";
import type { PublishedRecord } from "@/lib/domain/published";
import { sideOf } from "@/lib/domain/sides";
import { countryInText } from "@/lib/domain/countries";
import { showPeriod, splitSlug } from "@/lib/domain/trade-period";
import type { TradeRecord } from "@/components/public/trade/trade-figures";

/** The key of the notes of a record at a glance, which stands a second time further down. */
export const glanceKey = (id: string) => `glance ${id}`;

type MissionRecord = Viewed<"mission">;

interface Props {
  record: PublishedRecord<"dossier">;
  setting: Setting;
  notes: Notes;
  /** How many visits each country has made to the other. */
  visitsFrom(country: string): number;
  agreements: number;
  /** The missions that are named, none of them closed, and how many each country has. */
  missions: readonly MissionRecord[];
  missionsOf(country: string): number;
  /** The latest figures. */
  trade: TradeRecord | undefined;
}

/** A dossier's facts at a glance. */
export function AtAGlance(props: Props) {
  const { record, setting, notes, visitsFrom, agreements, missions, missionsOf, trade } = props;
  const t = useTranslations("dossier");
  const word = useTranslations("choices");
  const [a, b] = partiesInText(setting);
  const { established, memberships, standings } = record.values;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  const sides = [
    { side: "a", code: setting.parties[0], from: a, to: b },
    { side: "b", code: setting.parties[1], from: b, to: a },
  ] as const;
  return (
    <section aria-labelledby="glance">
      <h2 id="glance" className="mb-3 text-section">
        {t("facts")}
      </h2>
      <Facts
        beside
        facts={[
          {
            term: t("established"),
            is: (
              <>
                {established ? (
                  t.rich("since", { date: () => <DateText value={established} /> })
                ) : (
                  <DateText value={undefined} />
                )}
                {cite("established")}
              </>
            ),
          },
          {
            term: t("memberships"),
            is:
              memberships.length === 0 ? (
                <Missing>{t("membershipsNone")}</Missing>
              ) : (
                <>
                  <Listed items={memberships} />
                  {cite("memberships")}
                </>
              ),
          },
          {
            term: t("visits"),
            is: sides.map(({ code, from, to }) => {
              const count = visitsFrom(code);
              if (count === 0) return <Missing key={code}>{t("visitsNone", { from, to })}</Missing>;
              const link = linkTo(`${partPath(setting, "visits")}?from=${code}`);
              return t.rich("visitsCount", { count, from, to, link });
            }),
          },
          {
            term: t("agreements"),
            is:
              agreements === 0 ? (
                <Missing>{t("noneRecorded")}</Missing>
              ) : (
                t.rich("agreementsCount", {
                  count: agreements,
                  link: linkTo(partPath(setting, "agreements")),
                })
              ),
          },
          trade
            ? {
                term: t("latestTrade", { year: shownPeriod(trade) }),
                is: (
                  <>
                    <a href={partPath(setting, `trade/${splitSlug(trade.slug).period}`)}>
                      <MoneyText amount={trade.values.total} currency={trade.values.currency} />
                    </a>
                    <Cite notes={notes} of={glanceKey(trade.id)} />
                  </>
                ),
              }
            : { term: t("latestTradeHeading"), is: <Missing>{t("tradeNone")}</Missing> },
          standings.length > 0
            ? {
                term: t("standings"),
                is: standings.map((standing, index) => (
                  <span key={standing.id ?? index}>
                    <StandingText standing={standing} cite={cite} />
                    {index === standings.length - 1 && cite("standings")}
                  </span>
                )),
              }
            : null,
          {
            term: t("missions"),
            is: sides.flatMap(({ side, code, from, to }) => {
              const own = missions.filter(({ values }) => sideOf(values.sending, setting) === side);
              const more = missionsOf(code) - own.length;
              if (own.length === 0)
                return <Missing key={code}>{t("missionsNone", { sending: from, receiving: to })}</Missing>;
              const link = linkTo(partPath(setting, "missions"));
              return [
                ...own.map((mission) => {
                  const { type, city = "", sending = code } = mission.values;
                  const state = countryInText(sending, setting.locale);
                  return (
                    <Fragment key={mission.id}>
                      <a href={pathTo(setting, mission)}>
                        {t("missionOf", { type: type ? word(type) : "", sending: state, city })}
                      </a>
                      <Cite notes={notes} of={glanceKey(mission.id)} />
                    </Fragment>
                  );
                }),
                more > 0 && t.rich("missionsMore", { count: more, sending: from, receiving: to, link }),
              ];
            }),
          },
        ]}
      />
    </section>
  );
}

/** What sets words as a link to an address. */
const linkTo = (href: string) =>
  function Link(words: ReactNode) {
    return <a href={href}>{words}</a>;
  };

function Listed({ items }: { items: readonly string[] }) {
  const locale = useLocale();
  return <>{new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(items)}</>;
}

function shownPeriod({ values: { year, period } }: TradeRecord): string {
  return year === undefined ? "" : showPeriod({ year, period });
}
