import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { describingIn } from "@/components/desk/fields/value-names";
import { PackedForm } from "@/components/desk/form/packed-form";
import { ReadHere } from "@/components/desk/comments/read-here";
import { RecordView } from "@/components/desk/record-view";
import { may } from "@/lib/auth/actor";
import { unreadCount } from "@/lib/desk/notices/read-notices";
import { kinds } from "@/lib/domain/kinds/registry";
import { allOf } from "@/lib/domain/intl-formats";
import { moveDone } from "@/lib/domain/lifecycle";
import { wordingOf } from "../../wording/describing";
import { withFirstCitation } from "../../parts/first-citation";
import { formProps } from "../../parts/form-props";
import { openPage, type RecordPageProps } from "../../parts/open-record";
import { RecordHead } from "../../parts/record-head";
import { scheduledHere, ScheduleNotices } from "../../parts/scheduled-parts";
import { RecordSide } from "../../parts/record-side";
import { RecordState } from "../../parts/record-state";
import { specWords } from "../../wording/spec-words";
import { ReviewHere } from "../../parts/review-here";
import { readNotices } from "../../notices/actions";
import { TrashedRecord } from "../../parts/trashed-record";
import { WhatBreaksLines } from "../../parts/what-breaks";

/** What a record's form is called: by the record. */
export async function generateMetadata(props: RecordPageProps): Promise<Metadata> {
  const { entry } = await openPage(props);
  return { title: entry.title || (await getTranslations("kinds"))(`${entry.kind}.one`) };
}

/** One record at the desk: its form, or its words for those who may only read, with history and references beside. */
export default async function RecordPage(props: RecordPageProps) {
  const [{ actor, entry }, asked, t] = await Promise.all([
    openPage(props),
    props.searchParams,
    getTranslations("desk.record"),
  ]);
  const { kind, dossier, typed, state } = entry;
  const isEditable = may(actor, "write") && state !== "trashed";
  const spec = buildFormSpec(kind, dossier?.sides ?? null, await specWords());
  const did = moveDone(asked.did);
  const madePlain = [asked.cleaned ?? []].flat();
  const cleaned = spec.fields.flatMap(({ key, label }) => (madePlain.includes(key) ? [label] : []));
  const [{ unnoted }, unread] = await Promise.all([
    scheduledHere(actor, entry.id),
    unreadCount(actor, entry.id),
  ]);
  const side = <RecordSide actor={actor} entry={entry} />;
  return (
    <div className="record-columns">
      <div className="record-top">
        <RecordHead actor={actor} entry={entry} />
        <ReviewHere actor={actor} entry={entry} />
        {cleaned.length > 0 && (
          <p role="status" className="notice">
            {t("cleaned", { fields: allOf(cleaned, "en") })}
          </p>
        )}
        {unread > 0 && <ReadHere entry={entry.id} read={readNotices} />}
        <ScheduleNotices actor={actor} unnoted={unnoted} back={`/admin/${kinds[kind].path}/${entry.id}`} />
      </div>
      {isEditable ? (
        <PackedForm
          {...await formProps(actor, {
            kind,
            dossier,
            typed: withFirstCitation(kind, typed),
            standing: entry,
            warnings: entry.warnings,
            opensRows: asked.rows === "open",
          })}
          greeting={
            asked.did === "nothing"
              ? t("unchanged")
              : asked.did === "schedule" || asked.did === "submit"
                ? t(`did.${asked.did}`)
                : did && t(`did.${did}`)
          }
          did={asked.did === "nothing" || asked.did === "submit" ? asked.did : did}
          breaks={<WhatBreaksLines actor={actor} entry={entry} />}
          side={side}
        />
      ) : (
        <>
          <div className="record-middle">
            {state === "trashed" ? (
              <TrashedRecord actor={actor} entry={entry} />
            ) : (
              <RecordState entry={entry} />
            )}
            <RecordView
              spec={spec}
              typed={typed}
              describing={describingIn(spec.fields, typed, await wordingOf(actor, spec, typed))}
              empty={t("empty")}
            />
          </div>
          <aside aria-label={t("side")} className="record-side">
            {side}
          </aside>
        </>
      )}
    </div>
  );
}
