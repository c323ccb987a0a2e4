import { useLocale, useTranslations } from "next-intl";
import { citeFormats } from "@/lib/domain/cite-formats";
import { citePath } from "@/lib/routes";
import { DateText } from "../frame/date-text";

export interface CiteThisProps {
  title: string;
  /** What it is a part of, as "Kazakhstan–Mexico"; none of a dossier itself. */
  within?: string | undefined;
  site: string;
  /** The whole address. */
  address: string;
  /** The path of the page, without the prefix of a language: of files that say the same. */
  path: string;
  /** The query of the view of it that is shown, as `on=2015-06-01`; empty for none. */
  view?: string;
  /** ISO instant of the version that is shown. */
  changed: string;
  version?: number | undefined;
}

const styles = ["apa", "chicago", "mla"] as const;

/** How this page is cited: a sentence in each of three styles, and files for programs that keep references. */
export function CiteThis({ title, within, site, address, path, view = "", changed, version }: CiteThisProps) {
  const t = useTranslations("cite");
  const said = {
    title,
    within: within ?? "",
    isPart: within ? "yes" : "no",
    site,
    address,
    version: version ?? 0,
  };
  return (
    <details className="screen-only mt-6 border-t border-rule pt-4 font-sans text-label">
      <summary className="inline-block min-h-6 cursor-pointer text-accent">{t("heading")}</summary>
      <dl className="mt-3 grid max-w-measure gap-3">
        {styles.map((style) => (
          <div key={style}>
            <dt className="text-muted">{t(`styles.${style}`)}</dt>
            <dd className="wrap-anywhere">
              {t.rich(style, {
                ...said,
                day: () => <DateText value={changed.slice(0, 10)} />,
                date: () => <YearFirst instant={changed} />,
                em: (words) => <cite className="underline underline-offset-2">{words}</cite>,
              })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 flex flex-wrap gap-x-6">
        {Object.entries(citeFormats).map(([format, name]) => (
          <a key={format} href={citePath(path, format) + (view && `?${view}`)}>
            {name}
          </a>
        ))}
      </p>
    </details>
  );
}

/** A day as APA has it, "2026, November 27". */
function YearFirst({ instant }: { instant: string }) {
  const day = new Intl.DateTimeFormat(useLocale(), { month: "long", day: "numeric", timeZone: "UTC" });
  return (
    <time dateTime={instant.slice(0, 10)} className="figures whitespace-nowrap">
      {instant.slice(0, 4)}, {day.format(new Date(instant))}
    </time>
  );
}
