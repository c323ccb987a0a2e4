import { fourDigits } from "@/lib/domain/list-periods";
import { sideOf } from "@/lib/domain/sides";
import { useTranslations } from "next-intl";
import { byDecade, type ChronicleItem, chronicleKey, toldView } from "./chronicle";
import { Cite } from "../sources/cite";
import { DateText } from "../frame/date-text";
import { MarginSection } from "../frame/margin-section";
import { MarkedHeading } from "../frame/marked-heading";
import type { Notes } from "../notes/notes";
import { pathTo, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";

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
          heading={decade === null ? t("undated") : t("decade", { decade: fourDigits(decade) })}
        >
          <Items items={group} setting={setting} notes={notes} whole />
        </MarginSection>
      ))}
    </div>
  );
}

function Items({ items, setting, notes, whole = false }: Props) {
  return (
    <ol>
      {items.map(({ record, date, joined = [] }) => {
        const told = toldView(record.kind);
        if (!told) return null;
        const { Title, Label, Text } = told;
        const side = sideOf(told.country?.(record.values), setting);
        return (
          <li key={record.id} className="entry sm:grid sm:grid-cols-[11rem_minmax(0,1fr)]">
            <p className="label pt-2.5 sm:py-3 sm:pr-6 sm:text-right">
              <DateText value={date} />
            </p>
            <div className="relative pb-2.5 sm:border-l sm:border-ink sm:py-2.5 sm:pl-6">
              <Knot side={side} hollow={told.isHollow === true} />
              <MarkedHeading
                level="h3"
                className="text-lead leading-snug"
                before={side && <SideSign side={side} />}
                after={<Cite notes={notes} of={chronicleKey(record.id)} />}
              >
                <a href={pathTo(setting, record)}>
                  <Title record={record} setting={setting} />
                </a>
              </MarkedHeading>
              <p className="label">
                <Label record={record} setting={setting} />
              </p>
              {whole && Text && <Text record={record} setting={setting} />}
              {joined.map((item) => (
                <Joined
                  key={item.record.id}
                  record={item.record}
                  setting={setting}
                  notes={notes}
                  whole={whole}
                />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type JoinedProps = Pick<Props, "setting" | "notes" | "whole"> & Pick<ChronicleItem, "record">;

/** What is told with another record, below it. */
function Joined({ record, setting, notes, whole }: JoinedProps) {
  const told = toldView(record.kind);
  if (!told) return null;
  const { Title, Text } = told;
  return (
    <div className="mt-2">
      <h4>
        <a href={pathTo(setting, record)}>
          <Title record={record} setting={setting} />
        </a>
        <Cite notes={notes} of={chronicleKey(record.id)} />
      </h4>
      {whole && Text && <Text record={record} setting={setting} />}
    </div>
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
