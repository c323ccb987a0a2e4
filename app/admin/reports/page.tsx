import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireVisitor } from "@/lib/auth/session";
import { openReports, reportList, type ReportState } from "@/lib/desk/reports/read-reports";
import { kinds } from "@/lib/domain/kinds/registry";
import { listHref } from "../parts/list-query";
import { countedUpTo } from "../wording/counted";
import { ReportText } from "../parts/reports-side";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const path = "/admin/reports";

/** What the list of readers' reports is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.reports"))("title") };
}

/** What readers say is wrong: what is open, the oldest first, or what is settled. Each is answered beside its record. */
export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requireVisitor("publish");
  const { state: asked, after } = await searchParams;
  const state: ReportState = asked === "settled" ? "settled" : "open";
  const [list, count, t, tKinds] = await Promise.all([
    reportList(actor, { state, after: typeof after === "string" ? after : undefined }),
    openReports(actor),
    getTranslations("desk.reports"),
    getTranslations("kinds"),
  ]);
  return (
    <>
      <header className="list-head">
        <h1>{t("title")}</h1>
      </header>
      <p className="mb-5 max-w-measure">{countedUpTo(count, t)}</p>
      <nav aria-label={t("which")} className="btn-row mb-5">
        {(["open", "settled"] as const).map((one) => (
          <a
            key={one}
            href={listHref(path, {}, one === "open" ? {} : { state: one })}
            aria-current={one === state ? "page" : undefined}
          >
            {t(`states.${one}`)}
          </a>
        ))}
      </nav>
      {list.rows.length === 0 && <p className="text-muted">{t(`none.${state}`)}</p>}
      <ul className="entry-lines">
        {list.rows.map((report) => (
          <li key={report.id}>
            <a href={`/admin/${kinds[report.kind].path}/${report.entryId}#reports`}>{report.title}</a>
            <span className="side-line">
              {[tKinds(`${report.kind}.one`), ...(report.dossierTitle ? [report.dossierTitle] : [])].join(
                ", ",
              )}
            </span>
            <ReportText report={report} />
          </li>
        ))}
      </ul>
      {list.next && (
        <p className="mt-5">
          <a href={listHref(path, {}, { ...(state === "settled" && { state }), after: list.next })}>
            {t("more")}
          </a>
        </p>
      )}
    </>
  );
}
