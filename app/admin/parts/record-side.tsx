import { getTranslations } from "next-intl/server";
import { wordsOf } from "@/components/desk/form/build-form-spec";
import { StateBadge } from "@/components/desk/state-badge";
import { type Actor, may } from "@/lib/auth/actor";
import { historyOf, historyPage } from "@/lib/desk/read/history";
import type { OpenEntry } from "@/lib/desk/read/open";
import { referrersTo } from "@/lib/desk/read/referrers";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { showInstant } from "../wording/instant";
import { specWords } from "../wording/spec-words";

interface RecordSideProps {
  actor: Actor;
  entry: OpenEntry;
  /** The version from which older ones are listed. */
  before?: number;
}

/** Beside a record: its history and what refers to it. */
export async function RecordSide(props: RecordSideProps) {
  const t = await getTranslations("desk.record");
  return (
    <aside aria-label={t("side")} className="record-side">
      {props.entry.kind === "dossier" && <DossierParts {...props} />}
      <History {...props} />
      <Referrers {...props} />
    </aside>
  );
}

/** The lists of a dossier's records, and ways to add to them. */
async function DossierParts({ actor, entry }: RecordSideProps) {
  const [t, tKinds] = await Promise.all([getTranslations("desk.record"), getTranslations("kinds")]);
  const inside = kindKeys.filter((kind) => kinds[kind].inDossier);
  const isOpen = may(actor, "write") && entry.state !== "trashed";
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t("parts")}</h2>
      <ul>
        {inside.map((kind) => (
          <li key={kind} className="flex flex-wrap justify-between gap-x-4">
            <a href={`/admin/${kinds[kind].path}?dossier=${entry.id}`}>{tKinds(`${kind}.many`)}</a>
            {isOpen && (
              <a href={`/admin/${kinds[kind].path}/new?dossier=${entry.id}`} className="btn-quiet">
                {t("addTo", { one: tKinds(`${kind}.one`) })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function History({ actor, entry, before }: RecordSideProps) {
  const [t, tActions] = await Promise.all([getTranslations("desk.record"), getTranslations("desk.actions")]);
  const lines = await historyOf(actor, entry.id, { before });
  const path = `/admin/${kinds[entry.kind].path}/${entry.id}`;
  const last = lines.at(-1);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      {lines.length === 0 && <p>{t("historyNone")}</p>}
      <ol>
        {lines.map(({ revisionId, version, byName, action, at }) => (
          <li key={version}>
            {/* Where only the state changed, the version holds what the one before it does. */}
            {revisionId ? (
              <a href={`${path}/revisions/${revisionId}`}>{t("version", { version })}</a>
            ) : (
              t("version", { version })
            )}
            {version === entry.version && <span className="text-muted"> ({t("current")})</span>}
            <span className="side-line">
              {byName} {tActions(action)}
            </span>
            <time dateTime={at} className="side-line">
              {showInstant(at)}
            </time>
          </li>
        ))}
      </ol>
      {before !== undefined && <a href={path}>{t("newest")}</a>}
      {last && last.version > 1 && lines.length >= historyPage && (
        <a href={`${path}?before=${last.version}`}>{t("older")}</a>
      )}
    </section>
  );
}

async function Referrers({ actor, entry }: RecordSideProps) {
  const [t, tKinds, tStates, words] = await Promise.all([
    getTranslations("desk.record"),
    getTranslations("kinds"),
    getTranslations("desk.states"),
    specWords(),
  ]);
  const referrers = await referrersTo(actor, entry.id);
  return (
    <section aria-labelledby="referrers">
      <h2 id="referrers">{t("referrers")}</h2>
      {referrers.length === 0 && <p>{t("referrersNone")}</p>}
      <ul>
        {referrers.map(({ id, kind, title, state, field }) => (
          <li key={`${id} ${field}`}>
            <a href={`/admin/${kinds[kind].path}/${id}`}>
              {title || t("untitled", { one: tKinds(`${kind}.one`) })}
            </a>
            <span className="side-line">
              {tKinds(`${kind}.one`)},{" "}
              {words.say(`${wordsOf(`kinds.${kind}.fields`, field.split(".")[0] ?? "")}.label`)}{" "}
              <StateBadge state={state} label={tStates(state)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
