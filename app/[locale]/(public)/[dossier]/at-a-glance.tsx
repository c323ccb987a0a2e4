import { useLocale, useTranslations } from "next-intl";
import { StandingText } from "@/components/public/dossier/standing-text";
import { DateText } from "@/components/public/frame/date-text";
import type { Setting, Viewed } from "@/components/public/frame/setting";
import { AgreementsAtAGlance } from "@/components/public/glance/agreements-at-a-glance";
import { Answer, Key, Quiet, Value } from "@/components/public/glance/answer";
import { LastVisits } from "@/components/public/glance/last-visits";
import { MissionsAtAGlance } from "@/components/public/glance/missions-at-a-glance";
import { TradeAtAGlance } from "@/components/public/glance/trade-at-a-glance";
import type { Notes } from "@/components/public/notes/notes";
import { Cite } from "@/components/public/sources/cite";
import type { TradeSummary } from "@/components/public/trade/trade-summary";
import type { PublishedRecord } from "@/lib/domain/published";
import { allOf } from "@/lib/domain/intl-formats";
import { hasCome } from "@/lib/domain/has-come";
import { dayShown } from "@/lib/domain/stood/moment";

interface Props {
  record: PublishedRecord<"dossier">;
  setting: Setting;
  notes: Notes;
  visits: {
    last: readonly Viewed<"visit">[];
    /** Those that are planned next. */
    next: readonly Viewed<"visit">[];
    from(country: string): number;
  };
  agreements: {
    count: number;
    forces: ReadonlyMap<string, number>;
    last: Viewed<"agreement"> | undefined;
  };
  missions: { named: readonly Viewed<"mission">[]; of(country: string): number };
  /** The latest figures. */
  trade: TradeSummary | null;
}

/** How two countries stand with each other: since when, who came last, what was agreed, who sits where, what is traded. */
export function AtAGlance({ record, setting, notes, visits, agreements, missions, trade }: Props) {
  const t = useTranslations("dossier");
  const { established } = record.values;
  return (
    <section aria-labelledby="glance" className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <h2 id="glance" className="mb-3 text-section">
        {t("facts")}
      </h2>
      <dl className="border-t border-ink print:grid print:grid-cols-2 print:gap-x-8">
        <Answer term={t("established")}>
          {established ? (
            <Value>
              {/* Of what is planned, or is a slip, nothing is since. */}
              {t.rich(hasCome(established, dayShown(setting.stood)) ? "since" : "from", {
                date: () => (
                  <Key>
                    <DateText value={established} />
                  </Key>
                ),
              })}
              <Cite notes={notes} of={record.id} field="established" />
            </Value>
          ) : (
            <Quiet>
              <DateText value={undefined} />
            </Quiet>
          )}
        </Answer>
        <LastVisits
          visits={visits.last}
          next={visits.next}
          visitsFrom={visits.from}
          setting={setting}
          notes={notes}
        />
        <AgreementsAtAGlance {...agreements} setting={setting} notes={notes} />
        <MissionsAtAGlance
          missions={missions.named}
          missionsOf={missions.of}
          setting={setting}
          notes={notes}
        />
        <TradeAtAGlance summary={trade} setting={setting} notes={notes} />
      </dl>
    </section>
  );
}

/** What else the dossier's own record says: ranks in trade, and what both are members of. */
export function StandingFacts({ record, notes }: { record: PublishedRecord<"dossier">; notes: Notes }) {
  const t = useTranslations("dossier");
  const { memberships, standings } = record.values;
  const cite = (field: string) => <Cite notes={notes} of={record.id} field={field} />;
  if (memberships.length + standings.length === 0) return null;
  return (
    <dl className="grid gap-x-10 gap-y-4 border-t border-rule pt-4 font-sans text-label sm:grid-cols-2">
      {standings.length > 0 && (
        <div>
          <dt className="text-muted">{t("standings")}</dt>
          {standings.map((standing, index) => (
            <dd key={standing.id ?? index}>
              <StandingText standing={standing} cite={cite} />
              {index === standings.length - 1 && cite("standings")}
            </dd>
          ))}
        </div>
      )}
      {memberships.length > 0 && (
        <div>
          <dt className="text-muted">{t("memberships")}</dt>
          <dd>
            <Listed items={memberships} />
            {cite("memberships")}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Listed({ items }: { items: readonly string[] }) {
  const locale = useLocale();
  return <>{allOf(items, locale)}</>;
}
