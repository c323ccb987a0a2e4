import { getTranslations } from "next-intl/server";
import { ReportForm } from "@/components/public/report/report-form";
import { reportStamp } from "@/lib/desk/reports/receive-report";
import { localPath, reportPath } from "@/lib/routes";
import { Frame } from "../../frame";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { openReported } from "./open-reported";
import { refusedReport } from "./refused-report";

/** What the form says of itself; engines need not keep it. */
export async function generateMetadata({ params }: Props<"id">) {
  const { locale, id } = await params;
  const [record, t] = [await openReported(id), await getTranslations("report")];
  const title = t("title", { title: record.title });
  return pageMetadata({ locale, title, description: t("lead"), path: reportPath(record.id), unlisted: true });
}

/** The form in which a reader says what is wrong with a record. It says when it was given out, and is kept by no cache. */
export default async function ReportPage({ params }: Props<"id">) {
  const { locale, id } = await params;
  const [record, refused, t] = [
    await openReported(id),
    await refusedReport(),
    await getTranslations("report"),
  ];
  const action = localPath(locale, reportPath(record.id));
  const whole = refused?.faults.whole;
  return (
    <Frame
      locale={locale}
      trail={[
        { name: record.title, href: localPath(locale, record.path) },
        { name: t("heading"), href: action },
      ]}
    >
      <h1 className="mt-8 mb-4 text-title">{t("heading")}</h1>
      <p className="max-w-measure">
        {t.rich("about", {
          title: record.title,
          link: (name) => <a href={localPath(locale, record.path)}>{name}</a>,
        })}
      </p>
      <p className="mt-2 mb-8 max-w-measure text-muted">{t("lead")}</p>
      {refused && (
        <div role="alert" className="mb-8 max-w-measure border-l-2 border-accent py-1 pl-4">
          <h2 className="text-lead">{t("wrong")}</h2>
          {whole && <p className="mt-1">{t(`faults.whole.${whole}`)}</p>}
        </div>
      )}
      <ReportForm action={action} stamp={refused?.stamp ?? reportStamp(record.id)} refused={refused} />
    </Frame>
  );
}
