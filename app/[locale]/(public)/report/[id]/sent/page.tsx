import { getTranslations } from "next-intl/server";
import { localPath, reportSentPath } from "@/lib/routes";
import { Frame } from "../../../frame";
import { pageMetadata } from "../../../page-metadata";
import type { Props } from "../../../props";
import { openReported } from "../open-reported";

/** What the page that thanks says of itself. */
export async function generateMetadata({ params }: Props<"id">) {
  const { locale, id } = await params;
  const [record, t] = [await openReported(id), await getTranslations("report.sent")];
  const [title, description] = [t("title"), t("text")];
  return pageMetadata({ locale, title, description, path: reportSentPath(record.id), unlisted: true });
}

/** Thanks for a report, and leads back to its record. */
export default async function ReportSentPage({ params }: Props<"id">) {
  const { locale, id } = await params;
  const [record, t] = [await openReported(id), await getTranslations("report.sent")];
  const back = localPath(locale, record.path);
  return (
    <Frame
      locale={locale}
      trail={[
        { name: record.title, href: back },
        { name: t("title"), href: localPath(locale, reportSentPath(record.id)) },
      ]}
    >
      <h1 className="mt-8 mb-4 text-title">{t("title")}</h1>
      <p className="max-w-measure">{t("text")}</p>
      <p className="mt-6">
        <a href={back}>{t("back", { title: record.title })}</a>
      </p>
    </Frame>
  );
}
