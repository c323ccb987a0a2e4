import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { historyOf, historyPage } from "@/lib/desk/read/history";
import { kinds } from "@/lib/domain/kinds/registry";
import { HistoryLines } from "../../../parts/history-lines";
import { openRecord } from "../../../parts/open-record";

interface Props {
  params: Promise<{ list: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function open({ params }: Props) {
  const { list, id } = await params;
  return openRecord(list, id);
}

/** What the page of a record's history is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ entry }, t] = await Promise.all([open(props), getTranslations("desk.record")]);
  return { title: t("historyOf", { record: entry.title || entry.id }) };
}

/** All that became of a record, in pages; `?before=` is the version to go on from. */
export default async function HistoryPage(props: Props) {
  const [{ actor, entry }, asked, t] = await Promise.all([
    open(props),
    props.searchParams,
    getTranslations("desk.record"),
  ]);
  const before = Number(asked.before);
  const isLater = Number.isSafeInteger(before) && before > 0;
  const lines = await historyOf(actor, entry.id, isLater ? { before } : {});
  const last = lines.at(-1);
  return (
    <div className="record-middle record-lines">
      <header className="record-head">
        <p className="record-crumbs">
          <a href={`/admin/${kinds[entry.kind].path}/${entry.id}`}>{t("back")}</a>
        </p>
        <h1>{t("historyOf", { record: entry.title || entry.id })}</h1>
      </header>
      {lines.length === 0 && <p>{t("historyNone")}</p>}
      <HistoryLines entry={entry} lines={lines} />
      <p className="btn-row">
        {isLater && <a href="?">{t("newest")}</a>}
        {last && last.version > 1 && lines.length >= historyPage && (
          <a href={`?before=${last.version}`}>{t("older")}</a>
        )}
      </p>
    </div>
  );
}
