import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { MarginSection } from "../frame/margin-section";
import { type Note, type Notes, type NoteUse, usesByPlace } from "./notes";
import type { Setting } from "../frame/setting";
import { SourceLine } from "../sources/source-line";

/**
 * The sources of the page at its end, numbered as in the whole dossier. The note that a mark leads to opens over
 * the lower edge of the text (by `:target` alone), with the way back to that very mark.
 */
export function Footnotes({ notes, setting }: { notes: Notes; setting: Setting }) {
  const t = useTranslations("notes");
  if (notes.list.length === 0) return null;
  return (
    <MarginSection id="notes" heading={t("heading")} className="mt-16">
      <ol className="grid gap-3">
        {notes.list.map((note) => (
          <li key={note.number} className="note font-sans text-label" value={note.number}>
            <div className="grid grid-cols-[2.25rem_minmax(0,1fr)]">
              <span className="figures text-accent" aria-hidden="true">
                [{note.number}]
              </span>
              <div>
                <SourceLine source={note.source} setting={setting} />. <Uses note={note} />
              </div>
            </div>
          </li>
        ))}
      </ol>
    </MarginSection>
  );
}

function Uses({ note }: { note: Note }) {
  return usesByPlace(note).map(({ places, quotations, uses }, index) => (
    <span key={index} className="note-use">
      {index > 0 && <span className="when-closed text-muted">· </span>}
      {places.join("; ")}{" "}
      {quotations.map((quotation, place) => (
        <Fragment key={place}>
          <q>{quotation}</q>{" "}
        </Fragment>
      ))}
      {uses.map((use) => (
        <Fragment key={use.letter}>
          <Return use={use} only={note.uses.length === 1} />{" "}
        </Fragment>
      ))}
    </span>
  ));
}

/** The way back to one mark. Where a mark led here it says so in words; else it is a letter among others. */
function Return({ use: { letter, mark }, only }: { use: NoteUse; only: boolean }) {
  const t = useTranslations("notes");
  return (
    <a
      id={mark.returnId}
      href={`#${mark.id}`}
      className="note-return whitespace-nowrap text-accent"
      aria-label={only ? t("back") : t("backTo", { letter })}
    >
      <span className="when-closed" aria-hidden="true">
        {only ? "↑" : letter}
      </span>
      <span className="when-open">↑ {t("back")}</span>
    </a>
  );
}
