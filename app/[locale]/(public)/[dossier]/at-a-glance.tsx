import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Cite } from "@/components/public/sources/cite";
import { DateText } from "@/components/public/frame/date-text";
import { Facts, Missing } from "@/components/public/frame/facts";
import { MoneyText } from "@/components/public/trade/money-text";
import type { Notes } from "@/components/public/notes/notes";
import { partPath, partyNames, pathTo, type Setting } from "@/components/public/frame/setting";
import type { PublishedRecord } from "@/lib/domain/published";
import type { TradeRecord } from "@/components/public/trade/trade-figures";

/** The key of the notes of a record at a glance, which stands a second time further down. */
export const glanceKey = (id: string) => `glance ${id}`;

/** The missions that a dossier names at a glance. */
export function currentMissions(missions: readonly PublishedRecord<"mission">[]) {
  return missions.filter(({ values }) => !values.closed);
}

interface Props {
  record: PublishedRecord<"dossier">;
  setting: Setting;
  notes: Notes;
  visits: readonly PublishedRecord<"visit">[];
  agreements: readonly PublishedRecord<"agreement">[];
  missions: readonly PublishedRecord<"mission">[];
  /** The latest figures. */
  trade: TradeRecord | undefined;
}

/** A dossier's facts at a glance. */
export function AtAGlance({ record, setting, notes, visits, agreements, missions, trade }: Props) {
  const t = useTranslations("dossier");
  const word = useTranslations("choices");
  const [a, b] = partyNames(setting);
  const { established, memberships, standings } = record.values;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  const sides = [
    { code: setting.parties[0], from: a, to: b },
    { code: setting.parties[1], from: b, to: a },
  ];
  const current = currentMissions(missions);
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
              const count = visits.filter(({ values }) => values.from === code).length;
              if (count === 0) return <Missing key={code}>{t("visitsNone", { from, to })}</Missing>;
              const link = linkTo(`${partPath(setting, "visits")}?from=${code}`);
              return t.rich("visitsCount", { count, from, to, link });
            }),
          },
          {
            term: t("agreements"),
            is:
              agreements.length === 0 ? (
                <Missing>{t("noneRecorded")}</Missing>
              ) : (
                t.rich("agreementsCount", {
                  count: agreements.length,
                  link: linkTo(partPath(setting, "agreements")),
                })
              ),
          },
          trade
            ? {
                term: t("latestTrade", { year: String(trade.values.year) }),
                is: (
                  <>
                    <a href={partPath(setting, `trade/${trade.values.year}`)}>
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
                is: standings.map(({ id, statement, year }, index) => (
                  <span key={id ?? index}>
                    {statement}
                    {year && ` ${t("standingYear", { year: String(year) })}`}
                    {index === standings.length - 1 && cite("standings")}
                  </span>
                )),
              }
            : null,
          {
            term: t("missions"),
            is: sides.flatMap(({ code, from, to }) => {
              const own = current.filter(({ values }) => values.sending === code);
              if (own.length === 0)
                return <Missing key={code}>{t("missionsNone", { sending: from, receiving: to })}</Missing>;
              return own.map((mission) => {
                const { type, city } = mission.values;
                return (
                  <Fragment key={mission.id}>
                    <a href={pathTo(setting, mission)}>
                      {t("missionOf", { type: word(type), sending: from, city })}
                    </a>
                    <Cite notes={notes} of={glanceKey(mission.id)} />
                  </Fragment>
                );
              });
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
