import { useTranslations } from "next-intl";
import { countryLabel } from "@/lib/domain/countries";
import { rankAndAbove, ranks } from "@/lib/domain/ranks";
import { predecessorLabel } from "@/lib/domain/predecessor-years";
import { predecessorsOf, sideOf } from "@/lib/domain/sides";
import { partPath, partyNames, type Setting } from "../frame/setting";
import { type VisitFilter, visitStates } from "./visit-filter";

/** Narrows the visits by direction, rank and year: a plain form whose answer is an address. */
export function VisitFilterForm({
  filter,
  years,
  setting,
}: {
  filter: VisitFilter;
  years: readonly number[];
  setting: Setting;
}) {
  const t = useTranslations("visits");
  const word = useTranslations("choices");
  const [a, b] = partyNames(setting);
  const sides = [
    { side: "a", code: setting.parties[0], from: a, to: b },
    { side: "b", code: setting.parties[1], from: b, to: a },
  ] as const;
  // A side's country of today stands for its predecessors too, each of which can be asked for alone.
  const directions = sides.flatMap(({ side, code, from, to }) => [
    { code, label: t("direction", { from, to }) },
    ...predecessorsOf(setting, side).map((one) => ({
      code: one.country,
      label: t("direction", { from: predecessorLabel(one, setting.locale), to }),
    })),
  ]);
  const { from } = filter;
  // A country of neither side, which an address asked for.
  if (from && sideOf(from, setting) === undefined)
    directions.push({ code: from, label: countryLabel(from, setting.locale) });
  return (
    <form
      action={partPath(setting, "visits")}
      aria-label={t("filter")}
      className="screen-only grid grid-cols-2 items-end gap-x-4 gap-y-3 border-y border-rule py-4 lg:grid-cols-[2fr_1.5fr_1.2fr_1fr_auto]"
    >
      {setting.stood !== undefined && <input type="hidden" name="stood" value={setting.stood} />}
      <Choice name="from" label={t("filterDirection")} value={filter.from} all={t("both")}>
        {directions.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice name="rank" label={t("rank")} value={filter.rank} all={t("anyRank")}>
        {ranks.map((rank) => (
          <option key={rank} value={rank}>
            {rankAndAbove(rank).length > 1 ? t("rankOrHigher", { rank: word(rank) }) : word(rank)}
          </option>
        ))}
      </Choice>
      <Choice name="state" label={t("state")} value={filter.state} all={t("anyState")}>
        {visitStates.map((state) => (
          <option key={state} value={state}>
            {t(`states.${state}`)}
          </option>
        ))}
      </Choice>
      <Choice name="year" label={t("year")} value={filter.year} all={t("anyYear")}>
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </Choice>
      <button className="button max-lg:col-span-2">{t("show")}</button>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value: string | number | undefined;
  all: string;
  children: React.ReactNode;
}

function Choice({ name, label, value, all, children }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1">
      <span className="label">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="field">
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
