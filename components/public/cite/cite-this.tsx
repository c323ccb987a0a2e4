import { useTranslations } from "next-intl";
import { citeFormats } from "@/lib/domain/cite-formats";
import { citePath } from "@/lib/routes";
import { DateText } from "../frame/date-text";

export interface CiteThisProps {
  title: string;
  /** What it is a part of, as "Kazakhstan–Mexico"; none of a dossier itself. */
  within?: string;
  site: string;
  /** The whole address, and its path without the prefix of a language. */
  address: string;
  path: string;
  /** ISO instant of the version that is shown. */
  changed: string;
  version?: number;
}

const styles = ["apa", "chicago", "mla"] as const;

/** How this page is cited: a sentence in each of three styles, and files for programs that keep references. */
export function CiteThis({ title, within, site, address, path, changed, version }: CiteThisProps) {
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
                em: (words) => <cite>{words}</cite>,
              })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 flex flex-wrap gap-x-6">
        {Object.entries(citeFormats).map(([format, name]) => (
          <a key={format} href={citePath(path, format)}>
            {name}
          </a>
        ))}
      </p>
    </details>
  );
}
