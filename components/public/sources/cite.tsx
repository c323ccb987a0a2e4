import { useTranslations } from "next-intl";
import { isOfOneSource, marksOf, type Notes } from "../notes/notes";

/**
 * The numbered marks of a record, or of the value at a path in it. Each opens its source beside itself, without scripts:
 * the browser closes it by Esc, and leads back. None on a page that rests on one source, which says so at its end.
 */
export function Cite({ notes, of, field }: { notes: Notes; of: string; field?: string }) {
  const t = useTranslations("notes");
  const marks = marksOf(notes, of, field);
  if (marks.length === 0 || isOfOneSource(notes)) return null;
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
