import { useLocale, useTranslations } from "next-intl";
import { expectedBand, type MirrorEnd, type MirrorFlow } from "@/lib/domain/mirror";
import { Missing } from "../frame/facts";
import type { Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import type { Notes } from "../notes/notes";
import { CiteClaims, CiteMarks } from "../sources/cite";
import { Figure, MarksMeaning } from "./figure";
import { unitsOf } from "./figure-setting";
import { unitName } from "./unit-name";

interface Props {
  flows: readonly MirrorFlow[];
  /** The two states that traded, by name. */
  states: readonly [string, string];
  setting: Setting;
  notes: Notes;
}

const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** What each side counts going out beside what the other counts coming in: four figures, their ratios and what is expected of them. */
export function MirrorLedger({ flows, states, setting, notes }: Props) {
  const t = useTranslations("trade.mirror");
  const flowWords = useTranslations("trade");
  const format = new Intl.NumberFormat(useLocale(), digits);
  const [a, b] = states;
  const unitWord = useTranslations("units");
  const ends = flows.flatMap(({ exporter, importer }) => [exporter, importer]);
  const units = unitsOf(ends, { exactly: true });
  const [unit, ...otherUnits] = units.of.values();
  const isOne = otherUnits.length === 0;
  const marked = ends.some(({ standing }) => standing);
  const amount = ({ id, amount: stated, currency, standing }: MirrorEnd, from: MirrorFlow["from"]) => {
    const of = { notes, of: id, field: from === "a" ? "exportsA" : "exportsB" };
    return (
      <>
        <Figure
          amount={stated}
          currency={currency}
          units={units}
          named={!isOne}
          standing={standing}
          marked={marked}
        />
        {stated !== undefined && <CiteMarks {...of} />}
        {stated !== undefined && <CiteClaims {...of} />}
      </>
    );
  };
  return (
    <div className="grid gap-4">
      <p className="max-w-measure">{t("lead")}</p>
      {isOne && unit && (
        <p className="label">{flowWords("tableUnit", { unit: unitName(unit, setting.locale, unitWord) })}</p>
      )}
      <div className="table-frame" role="region" aria-label={t("caption")} tabIndex={0}>
        {/* The flows side by side: three columns have room on a phone. */}
        <table className="table table-narrow max-w-2xl">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <td />
              {flows.map(({ from }) => (
                <th key={from} scope="col" className="figure">
                  <SideSign side={from} />
                  {flowWords("flow", from === "a" ? { from: a, to: b } : { from: b, to: a })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(["exporter", "importer"] as const).map((end) => (
              <tr key={end}>
                <th scope="row">{t(end)}</th>
                {flows.map((flow) => (
                  <td key={flow.from} className="figure">
                    {amount(flow[end], flow.from)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t("ratio")}</th>
              {flows.map(({ from, ratio }) => (
                <td key={from} className="figure">
                  {ratio === null ? <Missing>{t("notComparable")}</Missing> : format.format(ratio)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t("expected")}</th>
              {flows.map(({ from, expected: { least, most } }) => (
                <td key={from} className="figure">
                  {least === most
                    ? format.format(least)
                    : t("band", { least: format.format(least), most: format.format(most) })}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <MarksMeaning marks={ends.flatMap(({ standing }) => standing ?? [])} />
      <p className="label max-w-measure">{t("bandHelp", { usual: expectedBand.usual - 1 })}</p>
    </div>
  );
}
