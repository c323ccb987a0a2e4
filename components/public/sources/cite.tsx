import { parsePartialDate } from "@/lib/domain/partial-date";
import { DateText } from "../frame/date-text";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Claim, claimsOf, isOfOneSource, type Mark, marksOf, type Notes } from "../notes/notes";

/**
 * The numbered marks of a record, or of the value at a path in it, and what other sources state instead. Each mark opens its
 * source beside itself, without scripts: the browser closes it by Esc, and leads back. No marks on a page that rests on one
 * source, which says so at its end.
 */
export function Cite(props: CiteProps) {
  return (
    <>
      <CiteMarks {...props} />
      <CiteClaims {...props} />
    </>
  );
}

interface CiteProps {
  notes: Notes;
  of: string;
  field?: string;
}

/** The marks alone, for a place of their own beside a column of figures. */
export function CiteMarks({ notes, of, field }: CiteProps) {
  return isOfOneSource(notes) ? null : <Marks marks={marksOf(notes, of, field)} />;
}

/** Only what other sources state instead. */
export function CiteClaims({ notes, of, field }: CiteProps) {
  const claims = claimsOf(notes, of, field);
  if (claims.length === 0) return null;
  return (
    <Claims
      claims={claims}
      marks={(claim) => !isOfOneSource(notes) && <Marks marks={[claim.mark]} />}
      inShort={notes.inShort.has(of)}
    />
  );
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  const t = useTranslations("notes");
  if (marks.length === 0) return null;
  return (
    // On paper, where nothing can be pressed, the numbers alone.
    <span className="mark" data-numbers={marks.map(({ number }) => `[${number}]`).join("")}>
      {marks.map(({ number, panel }) => (
        <button key={number} type="button" popoverTarget={panel} aria-label={t("mark", { number })}>
          [{number}]
        </button>
      ))}
    </span>
  );
}

interface ClaimsProps {
  claims: readonly Claim[];
  marks: (claim: Claim) => ReactNode;
  /** Says only that there are some: the record's own page has them. */
  inShort: boolean;
}

/** What other sources state instead of the value before, and why the record does not follow them. */
function Claims({ claims, marks, inShort }: ClaimsProps) {
  const t = useTranslations("notes");
  if (inShort)
    return (
      <span className="claims">
        {" "}
        {t("differ", { count: claims.length })}
        {claims.map((claim, index) => (
          <span key={index}>{marks(claim)}</span>
        ))}
      </span>
    );
  const reasons = [...new Set(claims.flatMap(({ reason }) => reason ?? []))];
  return (
    <span className="claims block">
      {t("statedOtherwise")}{" "}
      {claims.map((claim, index) => (
        <span key={index}>
          {index > 0 && "; "}
          <Stated words={claim.states} />
          {marks(claim)}
        </span>
      ))}
      {reasons.map((reason) => (
        <span key={reason} className="block">
          {t("chosenFor", { reason })}
        </span>
      ))}
    </span>
  );
}

/** A source's own words; a day that was typed as machines write it, as readers read it. */
function Stated({ words }: { words: string }) {
  return parsePartialDate(words).ok ? <DateText value={words} /> : <q>{words}</q>;
}
