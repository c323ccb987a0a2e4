import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { MarginSection } from "../frame/margin-section";
import type { Setting } from "../frame/setting";
import { SourceLine } from "../sources/source-line";
import { isOfOneSource, type Note, type Notes, panelOf, usesByPlace } from "./notes";

/**
 * The sources of the page at its end, numbered as in the whole dossier, and the panels that marks open: the source with the
 * place in it, beside the mark. Where there is one source alone, it is said to be that of all.
 */
export function Footnotes({ notes, setting }: { notes: Notes; setting: Setting }) {
  const t = useTranslations("notes");
  if (notes.list.length === 0) return null;
  const isOne = isOfOneSource(notes);
  return (
    <MarginSection id="notes" heading={t(isOne ? "headingOfOne" : "heading")} className="notes mt-16">
      {isOne && <p className="mb-3 max-w-measure">{t("allFromOne")}</p>}
      <ol className="grid gap-3">
        {notes.list.map((note) => (
          <li key={note.number} className="font-sans text-label" value={note.number}>
            <div className="grid grid-cols-[2.25rem_minmax(0,1fr)]">
              <span className="figures text-accent" aria-hidden="true">
                [{note.number}]
              </span>
              <p>
                <SourceLine source={note.source} setting={setting} />. <Places note={note} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      {!isOne && notes.list.map((note) => <Panels key={note.number} note={note} setting={setting} />)}
    </MarginSection>
  );
}

/** All places in the source that the page cites, each with what is quoted of it. */
function Places({ note }: { note: Note }) {
  return usesByPlace(note)
    .filter(({ places, quotations }) => places.length + quotations.length > 0)
    .map(({ places, quotations }, index) => (
      <Fragment key={index}>
        {index > 0 && <span className="text-muted">· </span>}
        {places.join("; ")} <Quotations of={quotations} />
      </Fragment>
    ));
}

function Quotations({ of }: { of: readonly string[] }) {
  return of.map((quotation, index) => (
    <Fragment key={index}>
      <q>{quotation}</q>{" "}
    </Fragment>
  ));
}

/** A panel for each place in the source that marks lead to. */
function Panels({ note, setting }: { note: Note; setting: Setting }) {
  const t = useTranslations("notes");
  return usesByPlace(note).map(({ places, quotations }, index) => {
    const id = panelOf(note, index);
    return (
      <div
        key={id}
        id={id}
        popover="auto"
        role="note"
        className="note-panel"
        aria-label={t("mark", { number: note.number })}
      >
        <p>
          <span className="figures text-accent" aria-hidden="true">
            [{note.number}]{" "}
          </span>
          <SourceLine source={note.source} setting={setting} />.
        </p>
        {places.length > 0 && <p className="mt-1">{t("place", { place: places.join("; ") })}</p>}
        {quotations.length > 0 && (
          <p className="mt-1">
            <Quotations of={quotations} />
          </p>
        )}
        <button type="button" popoverTarget={id} popoverTargetAction="hide" className="note-back">
          {t("back")}
        </button>
      </div>
    );
  });
}
