import type { ReactNode } from "react";

export interface Fact {
  term: string;
  /** Several say the same of the term. */
  is: ReactNode | ReactNode[];
}

/** Facts as terms with what is recorded of them, ruled by hairlines. Terms without anything are left out. */
export function Facts({ facts, beside = false }: { facts: (Fact | null)[]; beside?: boolean }) {
  return (
    <dl className="border-t border-ink font-sans text-label">
      {facts.map(
        (fact) =>
          fact && (
            <div
              key={fact.term}
              className={`border-b border-rule py-2.5 ${beside ? "sm:grid sm:grid-cols-[15rem_minmax(0,1fr)] sm:gap-x-6 lg:block" : "sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-x-6 lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-x-8"}`}
            >
              <dt className="text-muted">{fact.term}</dt>
              {[fact.is].flat().map((is, index) => (
                <dd key={index} className="sm:col-start-2">
                  {is}
                </dd>
              ))}
            </div>
          ),
      )}
    </dl>
  );
}

/** The words that say that something is not recorded, set apart from what is. */
export function Missing({ children }: { children: ReactNode }) {
  return <span className="text-muted italic">{children}</span>;
}
