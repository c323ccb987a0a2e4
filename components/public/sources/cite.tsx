import { useTranslations } from "next-intl";
import { marksOf, type Notes } from "../notes/notes";

/** The numbered marks of a record, or of the value at a path in it; each leads to its note, and the note back to it. */
export function Cite({ notes, of, field }: { notes: Notes; of: string; field?: string }) {
  const t = useTranslations("notes");
  const marks = marksOf(notes, of, field);
  if (marks.length === 0) return null;
  return (
    <span className="mark">
      {marks.map(({ number, id, returnId }) => (
        <a key={id} id={id} href={`#${returnId}`} aria-label={t("mark", { number })}>
          [{number}]
        </a>
      ))}
    </span>
  );
}
