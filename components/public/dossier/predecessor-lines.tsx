import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { countryInText } from "@/lib/domain/countries";
import { showPartialDate } from "@/lib/domain/date-words";
import { below } from "@/lib/domain/paths";
import { yearsOf } from "@/lib/domain/predecessor-years";
import { sideOf, sidesIn, todaysOf } from "@/lib/domain/sides";
import type { Viewed } from "../frame/setting";
import { SideSign } from "../frame/side";

interface Props {
  values: Viewed<"dossier">["values"];
  locale: string;
  /** The marks of the value at a path. */
  cite: (path: string) => ReactNode;
}

/** Whose place the two countries have taken: a sentence for each predecessor; nothing where there is none. */
export function PredecessorLines({ values, locale, cite }: Props) {
  const t = useTranslations("dossier");
  const [sides, rows] = [sidesIn(values), values.predecessors ?? []];
  if (!sides || rows.length === 0) return null;
  return (
    <div className="grid max-w-measure gap-2">
      {rows.map(({ id = "", side: of, country, from, to }, index) => {
        if (!of || !country) return null;
        const row = below("predecessors", id);
        const side = sideOf(country, sides);
        const { to: until } = yearsOf({ side: of, country, from, to });
        return (
          <p key={id || index}>
            {side && <SideSign side={side} />}
            {t(until ? "predecessorUntil" : "predecessor", {
              until: until ? showPartialDate(until, locale) : "",
              predecessor: countryInText(country, locale),
              country: countryInText(todaysOf(country, sides) ?? "", locale),
            })}
            {["side", "country", "from", "to"].map((field) => (
              <Fragment key={field}>{cite(below(row, field))}</Fragment>
            ))}
            {cite(row)}
            {index === rows.length - 1 && cite("predecessors")}
          </p>
        );
      })}
    </div>
  );
}
