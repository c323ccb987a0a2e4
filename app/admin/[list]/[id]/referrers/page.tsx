import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referrersTo } from "@/lib/desk/read/referrers";
import { RecordLines } from "../../../parts/record-lines";
import { openPage, type RecordPageProps } from "../../../parts/open-record";
import { ReferrerLines } from "../../../parts/referrer-lines";

/** What the page of a record's referrers is called. */
export async function generateMetadata(props: RecordPageProps): Promise<Metadata> {
  const [{ entry }, t] = await Promise.all([openPage(props), getTranslations("desk.record")]);
  return { title: t("referrersOf", { record: entry.title || entry.id }) };
}

/** All that refers to a record, in pages; `?after=` is the referrer to go on from. */
export default async function ReferrersPage(props: RecordPageProps) {
  const [{ actor, entry }, { after }, t] = await Promise.all([
    openPage(props),
    props.searchParams,
    getTranslations("desk.record"),
  ]);
  const { rows, next } = await referrersTo(actor, entry.id, typeof after === "string" ? { after } : {});
  return (
    <RecordLines entry={entry} heading={t("referrersOf", { record: entry.title || entry.id })}>
      {rows.length === 0 && <p>{t("referrersNone")}</p>}
      <ReferrerLines rows={rows} className="entry-lines" />
      <p className="btn-row mt-4">
        {after !== undefined && <a href="?">{t("firstReferrers")}</a>}
        {next && <a href={`?after=${next}`}>{t("moreReferrers")}</a>}
      </p>
    </RecordLines>
  );
}
