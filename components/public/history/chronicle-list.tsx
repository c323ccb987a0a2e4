import { useTranslations } from "next-intl";
import { byDecade, type ChronicleItem, chronicleKey } from "./chronicle";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { MarginSection } from "../frame/margin-section";
import type { Notes } from "../notes/notes";
import { Prose } from "../frame/prose";
import { pathTo, type Setting, sideOf } from "../frame/setting";
import { SideSign } from "../frame/side";
import { VisitKind, VisitTitle } from "../visits/visit-view";

interface Props {
  items: readonly ChronicleItem[];
  setting: Setting;
  notes: Notes;
  /** With each event's text and a heading for each decade; else one line each. */
  whole?: boolean;
}

/** What happened when, oldest first: the dates in the margin of a rule that runs down the page. */
export function ChronicleList({ items, setting, notes, whole = false }: Props) {
  const t = useTranslations("history");
  if (!whole) return <Items items={items} setting={setting} notes={notes} />;
  return (
    <div className="grid gap-12">
      {byDecade(items).map(({ decade, items: group }) => (
        <MarginSection
          key={decade ?? "undated"}
          id={`decade-${decade ?? "undated"}`}
          heading={decade === null ? t("undated") : t("decade", { decade: String(decade) })}
        >
          <Items items={group} setting={setting} notes={notes} whole />
        </MarginSection>
      ))}
    </div>
  );
}

function Items({ items, setting, notes, whole = false }: Props) {
  const t = useTranslations("history");
  const word = useTranslations("choices");
  return (
    <ol>
      {items.map(({ record, date }) => {
        const side = record.kind === "visit" ? sideOf(setting, record.values.from) : undefined;
        return (
          <li key={record.id} className="entry sm:grid sm:grid-cols-[11rem_minmax(0,1fr)]">
            <p className="label pt-2.5 sm:py-3 sm:pr-6 sm:text-right">
              <DateText value={date} />
            </p>
            <div className="relative pb-2.5 sm:border-l sm:border-ink sm:py-2.5 sm:pl-6">
              <Knot side={side} hollow={record.kind === "agreement"} />
              <p className="text-lead leading-snug">
                {side && <SideSign side={side} />}
                <a href={pathTo(setting, record)}>
                  {record.kind === "visit" ? (
                    <VisitTitle record={record} setting={setting} />
                  ) : (
                    record.values.title
                  )}
                </a>
                <Cite notes={notes} of={chronicleKey(record.id)} />
              </p>
              <p className="label">
                {record.kind === "event" && record.values.type && word(record.values.type)}
                {record.kind === "visit" && <VisitKind record={record} setting={setting} />}
                {record.kind === "agreement" && t("agreement")}
              </p>
              {whole && record.kind === "event" && record.values.text && (
                <Prose text={record.values.text} className="mt-1.5" />
              )}
              {whole && record.kind === "visit" && record.values.standing && (
                <p className="mt-1.5 max-w-measure">{record.values.standing}</p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The dot on the rule. */
function Knot({ side, hollow }: { side: "a" | "b" | undefined; hollow: boolean }) {
  const fill =
    side === "a"
      ? "bg-side-a"
      : side === "b"
        ? "bg-side-b rotate-45 rounded-none"
        : hollow
          ? "bg-paper border border-ink"
          : "bg-ink";
  return (
    <span
      aria-hidden="true"
      className={`absolute top-[1.25rem] -left-[4.5px] hidden size-2 rounded-full sm:block ${fill}`}
    />
  );
}
