import type { ReactNode } from "react";

/** One question of a dossier at a glance: the term small, its answers below it a step larger. */
export function Answer({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="answer border-b border-rule py-3">
      <dt className="label">{term}</dt>
      {children}
    </div>
  );
}

/** An answer, and in small print what belongs to it. */
export function Value({ children, more }: { children: ReactNode; more?: ReactNode }) {
  return (
    <dd className="mt-0.5 leading-snug">
      {children}
      {more && <span className="label mt-0.5 block">{more}</span>}
    </dd>
  );
}

/** What a question is asked for, a date, a sum or a count: in the semibold that there is for these. */
export function Key({ children }: { children: ReactNode }) {
  return <span className="key">{children}</span>;
}

/** What is not recorded, in one quiet line. */
export function Quiet({ children }: { children: ReactNode }) {
  return <dd className="label mt-1">{children}</dd>;
}

/** What sets words as a link to an address. */
export const linkTo = (href: string) =>
  function Link(words: ReactNode) {
    return <a href={href}>{words}</a>;
  };

/** The key of the notes of a record at a glance, which stands a second time further down. */
export const glanceKey = (id: string) => `glance ${id}`;
