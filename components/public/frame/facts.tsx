import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface Fact {
  term: string;
  /** Several say the same of the term; undefined where nothing is recorded of it. */
  is: ReactNode | ReactNode[] | undefined;
}

/**
 * Facts as terms with what is recorded of them, ruled by hairlines. Terms that do not apply are left out; those of which nothing
 * is recorded are named in one quiet line.
 */
export function Facts({ facts, beside = false }: { facts: (Fact | null)[]; beside?: boolean }) {
  const t = useTranslations("missing");
  const asked = facts.filter((fact) => fact !== null);
  const known = asked.filter(({ is }) => is !== undefined);
  const missing = asked.filter(({ is }) => is === undefined);
  const line = `border-b border-rule py-2.5 ${beside ? "sm:grid sm:grid-cols-[15rem_minmax(0,1fr)] sm:gap-x-6 lg:block" : "sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-x-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8"}`;
  return (
    <dl className="border-t border-ink font-sans text-label">
      {known.map(({ term, is }) => (
        <div key={term} className={line}>
          <dt className="text-muted">{term}</dt>
          {[is].flat().map((one, index) => (
            <dd key={index} className="sm:col-start-2">
              {one}
            </dd>
          ))}
        </div>
      ))}
      {missing.length > 0 && (
        <div className={`${line} text-muted`}>
          <dt>{t("facts")}</dt>
          <dd className="sm:col-start-2">{missing.map(({ term }) => term).join(" · ")}</dd>
        </div>
      )}
    </dl>
  );
}

/** The words that say that something is not recorded, set apart from what is. */
export function Missing({ children }: { children: ReactNode }) {
  return <span className="text-muted">{children}</span>;
}
