import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Claim, claimsOf, isOfOneSource, type Mark, marksOf, type Notes } from "../notes/notes";

/**
 * The numbered marks of a record, or of the value at a path in it, and what other sources state instead. Each mark opens its
 * source beside itself, without scripts: the browser closes it by Esc, and leads back. No marks on a page that rests on one
 * source, which says so at its end.
 */
export function Cite({ notes, of, field }: { notes: Notes; of: string; field?: string }) {
  const [marks, claims] = [marksOf(notes, of, field), claimsOf(notes, of, field)];
  const isBare = isOfOneSource(notes);
  return (
    <>
      {!isBare && <Marks marks={marks} />}
      {claims.length > 0 && (
        <Claims
          claims={claims}
          marks={(claim) => !isBare && <Marks marks={[claim.mark]} />}
          inShort={notes.inShort.has(of)}
        />
      )}
    </>
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
          <q>{claim.states}</q>
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
