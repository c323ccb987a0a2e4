import { getTranslations } from "next-intl/server";
import { type Actor, may } from "@/lib/auth/actor";
import { historyOf } from "@/lib/desk/read/history";
import type { OpenEntry } from "@/lib/desk/read/open";
import { publishedRevisionId } from "@/lib/desk/read/revisions";
import { referrersTo } from "@/lib/desk/read/referrers";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { AddressSide } from "./address-parts";
import { TrashWithRecords } from "./bulk-form";
import { HistoryLines, PrunedLine } from "./history-lines";
import { CommentsSide } from "./comments-side";
import { PlainNames } from "./plain-names";
import { ReferrerLines } from "./referrer-lines";
import { ReportsSide } from "./reports-side";
import { ScheduleSide } from "./scheduled-parts";
import { KeepAsTemplate } from "./template-parts";
import { VerifiedSide } from "./verified-side";

export interface RecordSideProps {
  actor: Actor;
  entry: OpenEntry;
}

/** Beside a record: its versions and what refers to it, a section each. */
export function RecordSide(props: RecordSideProps) {
  return (
    <>
      {props.entry.kind === "dossier" && <DossierParts {...props} />}
      {props.entry.kind === "person" && <PlainNames {...props} />}
      <ReportsSide {...props} />
      <CommentsSide {...props} />
      <ScheduleSide {...props} />
      <VerifiedSide {...props} />
      {props.entry.kind === "source" && <AddressSide {...props} />}
      <Referrers {...props} />
      <Versions {...props} />
      <KeepAsTemplate {...props} />
    </>
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
      <p>
        <a href={`/admin/dossiers/${entry.id}/home`}>{t("home")}</a>
      </p>
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
      {isOpen && <TrashWithRecords id={entry.id} version={entry.version} />}
    </section>
  );
}

/** How many lines stand beside a record; all of them have a page of their own. */
const beside = 10;

async function Versions({ actor, entry }: RecordSideProps) {
  const t = await getTranslations("desk.record");
  const lines = await historyOf(actor, entry.id, { take: beside });
  const published = entry.state === "changed" ? await publishedRevisionId(actor, entry.id) : null;
  const path = `/admin/${kinds[entry.kind].path}/${entry.id}`;
  const last = lines.at(-1);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t("versions")}</h2>
      {lines.length === 0 && <p>{t("versionsNone")}</p>}
      {published && (
        <p className="mb-2">
          <a href={`${path}/revisions/${published}`}>{t("againstPublished")}</a>
        </p>
      )}
      <HistoryLines entry={entry} lines={lines} />
      {lines.length < beside && <PrunedLine actor={actor} entry={entry} />}
      {last && last.version > 1 && (
        <a href={`${path}/history`} data-in-box>
          {t("allVersions")}
        </a>
      )}
    </section>
  );
}

async function Referrers({ actor, entry }: RecordSideProps) {
  const t = await getTranslations("desk.record");
  const { rows, next } = await referrersTo(actor, entry.id);
  return (
    <section aria-labelledby="referrers">
      <h2 id="referrers">{t("referrers")}</h2>
      {rows.length === 0 && <p>{t(entry.kind === "dossier" ? "referrersNoneOutside" : "referrersNone")}</p>}
      <ReferrerLines rows={rows} />
      {next && (
        <a href={`/admin/${kinds[entry.kind].path}/${entry.id}/referrers?after=${next}`}>
          {t("moreReferrers")}
        </a>
      )}
    </section>
  );
}
