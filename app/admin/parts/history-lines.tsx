import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/auth/actor";
import { type HistoryLine, prunedAt } from "@/lib/desk/read/history";
import type { OpenEntry } from "@/lib/desk/read/open";
import { inSittings } from "@/lib/domain/sittings";
import { kinds } from "@/lib/domain/kinds/registry";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { labelAt } from "@/components/desk/form/form-paths";
import { shownProblems } from "../wording/answers";
import { instantWords } from "../wording/instant";
import { specWords } from "../wording/spec-words";

/** History lines with the doubts that were confirmed in words; what no version words any more is left out. */
async function withDoubtsInWords(entry: OpenEntry, lines: HistoryLine[]) {
  if (lines.every(({ confirmed }) => confirmed.length === 0))
    return lines.map((line) => ({ ...line, confirmed: [] }));
  const words = await specWords();
  const { fields } = buildFormSpec(entry.kind, entry.dossier?.sides ?? null, words);
  return Promise.all(
    lines.map(async (line) => {
      const known = line.confirmed.filter(({ code }) => words.has(`problems.${code}`));
      const problems = await shownProblems(known);
      const confirmed = problems.map(({ path, message }) => ({
        label: labelAt(fields, path, entry.typed),
        message,
      }));
      return { ...line, confirmed };
    }),
  );
}

type ShownLine = Awaited<ReturnType<typeof withDoubtsInWords>>[number];

/**
 * What became of a record, line by line; one person's saves in one sitting are one line that opens. A version whose copy was
 * kept can be opened.
 */
export async function HistoryLines({ entry, lines }: { entry: OpenEntry; lines: HistoryLine[] }) {
  const [t, shown] = await Promise.all([getTranslations("desk.record"), withDoubtsInWords(entry, lines)]);
  return (
    <ol>
      {inSittings(shown).map(({ line, earlier }) => (
        <li key={`${line.version} ${line.at}`}>
          <OneLine entry={entry} line={line} />
          {earlier.length > 0 && (
            <details className="history-fold">
              <summary>{t("sitting", { count: earlier.length })}</summary>
              <ol>
                {earlier.map((one) => (
                  <li key={`${one.version} ${one.at}`}>
                    <OneLine entry={entry} line={one} />
                  </li>
                ))}
              </ol>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** That versions before those that are shown were removed, and when; nothing where none were. */
export async function PrunedLine({ actor, entry }: { actor: Actor; entry: OpenEntry }) {
  const at = await prunedAt(actor, entry.id);
  if (at === null) return null;
  const [instant, t] = await Promise.all([instantWords(), getTranslations("desk.record")]);
  return <p className="text-note text-muted">{t("pruned", { at: instant(at) })}</p>;
}

async function OneLine({ entry, line }: { entry: OpenEntry; line: ShownLine }) {
  const [instant, t, tActions] = await Promise.all([
    instantWords(),
    getTranslations("desk.record"),
    getTranslations("desk.actions"),
  ]);
  const {
    revisionId,
    version,
    byName,
    action,
    at,
    confirmed,
    isPublic,
    restoredFrom,
    changeNote,
    reviewedFor,
  } = line;
  const path = `/admin/${kinds[entry.kind].path}/${entry.id}`;
  const marks = [
    ...(version === entry.version && action !== "verify" ? [t("current")] : []),
    ...(isPublic ? [t("published")] : []),
  ];
  return (
    <>
      {/* Where only the state changed, the version holds what the one before it does. */}
      {revisionId ? (
        <a href={`${path}/revisions/${revisionId}`}>{t("version", { version })}</a>
      ) : (
        t("version", { version })
      )}
      {marks.length > 0 && <span className="text-muted"> ({marks.join(", ")})</span>}
      <span className="side-line">
        {byName} {tActions(action)}
        {restoredFrom !== null && ` (${t("restoredFrom", { version: restoredFrom })})`}
      </span>
      {reviewedFor !== null && <span className="side-line">{t("reviewedFor", { name: reviewedFor })}</span>}
      {line.isUnreviewed && (
        <span className="side-line">
          {line.writtenOver === null ? t("unreviewed") : t("writtenOver", { name: line.writtenOver })}
        </span>
      )}
      {changeNote !== null && <span className="side-line">{t("changeNote", { note: changeNote })}</span>}
      <time dateTime={at} className="side-line">
        {instant(at)}
      </time>
      {confirmed.length > 0 && (
        <ul className="side-line" aria-label={t("confirmed")}>
          {confirmed.map(({ label, message }) => (
            <li key={`${label} ${message}`}>{t("confirmedDoubt", { label, message })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
