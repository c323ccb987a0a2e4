import { useLocale, useTranslations } from "next-intl";
import type { ExcerptPart } from "@/lib/domain/excerpt";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { DateText } from "../frame/date-text";
import { Name, titleOf } from "../frame/name";
import { pathTo } from "../frame/setting";

export interface HitLine {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  /** Null for a person, who is read above all dossiers. */
  dossierSlug: string | null;
  dossierTitle: string | null;
  /** EDTF, or a year. */
  date: string | null;
  excerpt: readonly ExcerptPart[];
  /** What stands beside the record of what was looked for, and in which source or file. */
  beside: { in: "source" | "file"; title: string; excerpt: readonly ExcerptPart[] } | null;
}

/** What a search found, best first: each record with its date, and a passage that holds what was looked for. */
export function HitList({ hits }: { hits: readonly HitLine[] }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <ol>
      {hits.map(({ id, kind, slug, title, dossierSlug, dossierTitle, date, excerpt, beside }) => (
        <li key={id} className="border-b border-rule py-4 first:pt-0">
          <p className="leading-snug">
            <a href={pathTo({ locale, slug: dossierSlug ?? "" }, { kind, slug })}>
              <Name>{titleOf({ kind, title })}</Name>
            </a>
          </p>
          {excerpt.length > 0 && (
            <p className="mt-1 max-w-measure text-label">
              <Excerpt parts={excerpt} />
            </p>
          )}
          {beside && (
            <p className="mt-1 max-w-measure text-label">
              <span className="text-muted">
                {t.rich(`search.beside.${beside.in}`, {
                  title: beside.title,
                  cite: (title) => (
                    <cite>
                      <Name>{title}</Name>
                    </cite>
                  ),
                })}
              </span>{" "}
              <Excerpt parts={beside.excerpt} />
            </p>
          )}
          <p className="label mt-1">
            {t(`changes.kinds.${kind}`)}
            {/* A dossier's date is that of the relations, not its own. */}
            {date && kind !== "dossier" && (
              <>
                {" "}
                · <DateText value={date} />
              </>
            )}
            {kind !== "dossier" && dossierTitle && <> · {dossierTitle}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Excerpt({ parts }: { parts: readonly ExcerptPart[] }) {
  return parts.map(({ text, isMatch }, index) =>
    isMatch ? (
      <mark key={index} className="bg-land text-inherit">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
