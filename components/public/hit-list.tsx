import { useLocale, useTranslations } from "next-intl";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { pathTo } from "./setting";

export interface HitLine {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
}

/** What a search found, best first. */
export function HitList({ hits }: { hits: readonly HitLine[] }) {
  const t = useTranslations("changes");
  const locale = useLocale();
  return (
    <ol className="border-t border-rule">
      {hits.map(({ id, kind, slug, title, dossierSlug, dossierTitle }) => (
        <li key={id} className="border-b border-rule py-3">
          <p className="leading-snug">
            <a href={pathTo({ locale, slug: dossierSlug }, { kind, slug })}>{title}</a>
          </p>
          <p className="label">
            {t(`kinds.${kind}`)}
            {kind !== "dossier" && <> · {dossierTitle}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}
