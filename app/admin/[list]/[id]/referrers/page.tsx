import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { referrersTo } from "@/lib/desk/read/referrers";
import { kinds } from "@/lib/domain/kinds/registry";
import { openRecord } from "../../../parts/open-record";
import { ReferrerLines } from "../../../parts/referrer-lines";

interface Props {
  params: Promise<{ list: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function open({ params }: Props) {
  const { list, id } = await params;
  return openRecord(list, id);
}

/** What the page of a record's referrers is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ entry }, t] = await Promise.all([open(props), getTranslations("desk.record")]);
  return { title: t("referrersOf", { record: entry.title || entry.id }) };
}

/** All that refers to a record, in pages; `?after=` is the referrer to go on from. */
export default async function ReferrersPage(props: Props) {
  const [{ actor, entry }, { after }, t] = await Promise.all([
    open(props),
    props.searchParams,
    getTranslations("desk.record"),
  ]);
  const { rows, next } = await referrersTo(actor, entry.id, typeof after === "string" ? { after } : {});
  return (
    <div className="record-middle record-lines">
      <header className="record-head">
        <p className="record-crumbs">
          <a href={`/admin/${kinds[entry.kind].path}/${entry.id}`}>{t("back")}</a>
        </p>
        <h1>{t("referrersOf", { record: entry.title || entry.id })}</h1>
      </header>
      {rows.length === 0 && <p>{t("referrersNone")}</p>}
      <ReferrerLines rows={rows} />
      <p className="btn-row">
        {after !== undefined && <a href="?">{t("firstReferrers")}</a>}
        {next && <a href={`?after=${next}`}>{t("moreReferrers")}</a>}
      </p>
    </div>
  );
}
