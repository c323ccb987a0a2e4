import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { expectedBand, type MirrorEnd, type MirrorFlow } from "@/lib/domain/mirror";
import { Missing } from "../frame/facts";
import type { Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import type { Notes } from "../notes/notes";
import { Cite } from "../sources/cite";
import { MoneyText } from "./money-text";

interface Props {
  flows: readonly MirrorFlow[];
  setting: Setting;
  notes: Notes;
}

const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** What each side counts going out beside what the other counts coming in: four figures, their ratios and what is expected of them. */
export function MirrorLedger({ flows, setting, notes }: Props) {
  const t = useTranslations("trade.mirror");
  const flowWords = useTranslations("trade");
  const format = new Intl.NumberFormat(useLocale(), digits);
  const [a, b] = setting.parties.map((code) => countryName(code, setting.locale));
  const amount = ({ id, amount: stated, currency }: MirrorEnd, from: MirrorFlow["from"]) => (
    <>
      <MoneyText amount={stated} currency={currency} full />
      {stated !== undefined && <Cite notes={notes} of={id} field={from === "a" ? "exportsA" : "exportsB"} />}
    </>
  );
  return (
    <div className="grid gap-4">
      <p className="max-w-measure">{t("lead")}</p>
      <div className="table-frame" role="region" aria-label={t("caption")} tabIndex={0}>
        <table className="table">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{flowWords("flowColumn")}</th>
              {(["exporter", "importer", "ratio", "expected"] as const).map((head) => (
                <th key={head} scope="col" className="figure">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flows.map(({ from, exporter, importer, ratio, expected: { least, most } }) => (
              <tr key={from}>
                <th scope="row">
                  <SideSign side={from} />
                  {flowWords("flow", from === "a" ? { from: a!, to: b! } : { from: b!, to: a! })}
                </th>
                <td className="figure">{amount(exporter, from)}</td>
                <td className="figure">{amount(importer, from)}</td>
                <td className="figure">
                  {ratio === null ? <Missing>{t("notComparable")}</Missing> : format.format(ratio)}
                </td>
                <td className="figure">
                  {least === most
                    ? format.format(least)
                    : t("band", { least: format.format(least), most: format.format(most) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="label max-w-measure">{t("bandHelp", { usual: expectedBand.usual - 1 })}</p>
    </div>
  );
}
