import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { historyOf, historyPage } from "@/lib/desk/read/history";
import { HistoryLines, PrunedLine } from "../../../parts/history-lines";
import { RecordLines } from "../../../parts/record-lines";
import { openPage, type RecordPageProps } from "../../../parts/open-record";

/** What the page of a record's versions is called. */
export async function generateMetadata(props: RecordPageProps): Promise<Metadata> {
  const [{ entry }, t] = await Promise.all([openPage(props), getTranslations("desk.record")]);
  return { title: t("versionsOf", { record: entry.title || entry.id }) };
}

/** All that became of a record, in pages; `?before=` is the version to go on from. */
export default async function HistoryPage(props: RecordPageProps) {
  const [{ actor, entry }, asked, t] = await Promise.all([
    openPage(props),
    props.searchParams,
    getTranslations("desk.record"),
  ]);
  const before = Number(asked.before);
  const isLater = Number.isSafeInteger(before) && before > 0;
  const lines = await historyOf(actor, entry.id, isLater ? { before } : {});
  const last = lines.at(-1);
  return (
    <RecordLines entry={entry} heading={t("versionsOf", { record: entry.title || entry.id })}>
      {lines.length === 0 && <p>{t("versionsNone")}</p>}
      <HistoryLines entry={entry} lines={lines} />
      {lines.length < historyPage && <PrunedLine actor={actor} entry={entry} />}
      <p className="btn-row">
        {isLater && <a href="?">{t("newest")}</a>}
        {last && last.version > 1 && lines.length >= historyPage && (
          <a href={`?before=${last.version}`}>{t("older")}</a>
        )}
      </p>
    </RecordLines>
  );
}
