import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { may } from "@/lib/auth/actor";
import { reportsOn, type ShownReport } from "@/lib/desk/reports/read-reports";
import { isPublic } from "@/lib/domain/lifecycle";
import { mostCharacters } from "@/lib/domain/short-note";
import { answerReportOf, sayRecordUnderReview, settleReportOf } from "../actions/reports";
import { instantWords } from "../wording/instant";
import type { RecordSideProps } from "./record-side";

/** Beside a record, for those who may publish: what readers say is wrong with it, and whether its page says so. */
export async function ReportsSide({ actor, entry }: RecordSideProps) {
  if (!may(actor, "publish")) return null;
  const { reports, underReviewSince } = await reportsOn(actor, entry.id);
  if (reports.length === 0 && underReviewSince === null) return null;
  const [t, instant] = await Promise.all([getTranslations("desk.reports"), instantWords()]);
  const open = reports.filter(({ settledAt }) => settledAt === null);
  const settled = reports.filter(({ settledAt }) => settledAt !== null);
  return (
    <section aria-labelledby="reports" className="comments">
      <h2 id="reports">{t("heading", { count: open.length })}</h2>
      <ReportList reports={open} />
      {settled.length > 0 && (
        <details>
          <summary>{t("settled", { count: settled.length })}</summary>
          <ReportList reports={settled} />
        </details>
      )}
      {(underReviewSince !== null || (isPublic(entry.state) && open.length > 0)) && (
        <>
          <p className="field-help">
            {underReviewSince === null ? t("notShown") : t("shownSince", { at: instant(underReviewSince) })}
          </p>
          <AccountForm
            action={sayRecordUnderReview}
            hidden={{ entry: entry.id, says: underReviewSince === null ? "yes" : "no" }}
            submit={t(underReviewSince === null ? "show" : "hide")}
            waiting={t("waiting")}
            grave
          />
        </>
      )}
    </section>
  );
}

function ReportList({ reports }: { reports: readonly ShownReport[] }) {
  return (
    <ul className="comment-threads">
      {reports.map((report) => (
        <li key={report.id}>
          <Report report={report} />
        </li>
      ))}
    </ul>
  );
}

async function Report({ report }: { report: ShownReport }) {
  const t = await getTranslations("desk.reports");
  const { id, answeredAt, settledAt } = report;
  return (
    <article aria-label={t("one")} className="comment-thread">
      <ReportText report={report} />
      <div className="comment-acts">
        {answeredAt === null && settledAt === null && (
          <details>
            <summary>{t("answer")}</summary>
            <p className="field-help">{t(report.address === null ? "answerNoted" : "answerSent")}</p>
            <AccountForm
              action={answerReportOf}
              hidden={{ report: id }}
              fields={[
                { name: "answer", label: t("answerText"), type: "lines", most: mostCharacters.reportAnswer },
              ]}
              submit={t("sendAnswer")}
              waiting={t("waiting")}
              grave
            />
          </details>
        )}
        <AccountForm
          action={settleReportOf}
          hidden={{ report: id, to: settledAt === null ? "settled" : "open" }}
          submit={t(settledAt === null ? "settle" : "reopen")}
          waiting={t("waiting")}
          grave
        />
      </div>
    </article>
  );
}

/** What a reader wrote, from where, and what became of it. */
export async function ReportText({ report }: { report: ShownReport }) {
  const [t, instant] = await Promise.all([getTranslations("desk.reports"), instantWords()]);
  const { text, source, address, madeAt, answer, answeredAt, answeredByName, settledAt } = report;
  return (
    <>
      <p className="comment-text">{text}</p>
      {source !== "" && <p className="comment-text">{t("source", { source })}</p>}
      <p className="side-line">
        <time dateTime={madeAt}>{instant(madeAt)}</time>
        {address !== null && <>, {address}</>}
      </p>
      {answer !== null && (
        <div className="comment-reply">
          <p className="comment-text">{answer}</p>
          <p className="side-line">
            {t(report.isAnswerSent ? "answeredBy" : "notedBy", {
              name: answeredByName ?? "",
              at: instant(answeredAt ?? madeAt),
            })}
          </p>
        </div>
      )}
      {settledAt !== null && (
        <p className="side-line">
          {t("settledBy", { name: report.settledByName ?? "", at: instant(settledAt) })}
        </p>
      )}
    </>
  );
}
