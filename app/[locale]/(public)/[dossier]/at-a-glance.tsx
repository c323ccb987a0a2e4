import { useLocale, useTranslations } from "next-intl";
import { Cite } from "@/components/public/cite";
import { DateText } from "@/components/public/date-text";
import { Facts, Missing } from "@/components/public/facts";
import { MoneyText } from "@/components/public/money-text";
import type { Notes } from "@/components/public/notes";
import { partPath, partyNames, pathTo, type Setting } from "@/components/public/setting";
import type { PublishedRecord } from "@/lib/domain/published";
import type { TradeRecord } from "@/components/public/trade-figures";

/** The key of the notes of the trade figure at a glance, which stands a second time in the table. */
export const glanceKey = (id: string) => `glance ${id}`;

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
  const current = missions.filter(({ values }) => !values.closed);
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
          ...sides.map(({ code, from, to }) => {
            const count = visits.filter(({ values }) => values.from === code).length;
            return {
              term: t("visitsFrom", { from, to }),
              is:
                count === 0 ? (
                  <Missing>{t("noneRecorded")}</Missing>
                ) : (
                  <a href={`${partPath(setting, "visits")}?from=${code}`}>{count}</a>
                ),
            };
          }),
          {
            term: t("agreementsCount"),
            is:
              agreements.length === 0 ? (
                <Missing>{t("noneRecorded")}</Missing>
              ) : (
                <a href={partPath(setting, "agreements")}>{agreements.length}</a>
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
                is: standings.map(({ statement, year }, index) => (
                  <span key={statement}>
                    {statement}
                    {year && ` ${t("standingYear", { year: String(year) })}`}
                    {index === standings.length - 1 && cite("standings")}
                  </span>
                )),
              }
            : null,
          ...sides.map(({ code, from, to }) => {
            const own = current.filter(({ values }) => values.sending === code);
            return {
              term: t("missionsIn", { sending: from, receiving: to }),
              is:
                own.length === 0 ? (
                  <Missing>{t("noneRecorded")}</Missing>
                ) : (
                  own.map((mission) => (
                    <a key={mission.id} href={pathTo(setting, mission)}>
                      {word(mission.values.type)}, {mission.values.city}
                    </a>
                  ))
                ),
            };
          }),
        ]}
      />
    </section>
  );
}

function Listed({ items }: { items: readonly string[] }) {
  const locale = useLocale();
  return <>{new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(items)}</>;
}
