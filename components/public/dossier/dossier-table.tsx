import { useLocale, useTranslations } from "next-intl";
import { type DossierKindKey, kinds } from "@/lib/domain/kinds/registry";
import { Day } from "../frame/date-text";
import { partyNames, pathTo } from "../frame/setting";
import { dossierKinds } from "../views";

const counted = dossierKinds.filter((kind) => kinds[kind].ownPage);

export interface DossierLine {
  id: string;
  slug: string;
  countries: [string, string];
  counts: Record<DossierKindKey, number>;
  updatedAt: string;
}

/** Every dossier with how much it holds: a table of contents with figures. */
export function DossierTable({ dossiers }: { dossiers: readonly DossierLine[] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  return (
    <ul className="border-t border-ink">
      {dossiers.map(({ id, slug, countries, counts, updatedAt }) => (
        <li key={id} className="items-end justify-between gap-x-12 border-b border-rule py-6 lg:flex">
          <div>
            <h3 className="text-title leading-tight">
              <a href={pathTo({ locale, slug })}>{partyNames({ parties: countries, locale }).join(" – ")}</a>
            </h3>
            <p className="label mt-2">{t.rich("updated", { day: () => <Day instant={updatedAt} /> })}</p>
          </div>
          <dl className="figures mt-5 grid grid-cols-2 gap-x-8 gap-y-3 font-sans text-label sm:grid-cols-5 lg:mt-0">
            {counted.map((kind) => (
              <div
                key={kind}
                className="flex flex-row-reverse items-baseline justify-end gap-2 sm:flex-col-reverse sm:items-start sm:gap-0 lg:items-end"
              >
                <dt className="whitespace-nowrap text-muted">
                  {t(`countOf.${kind}`, { count: counts[kind] })}
                </dt>
                <dd className="font-serif text-lead">{counts[kind]}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
