import { useTranslations } from "next-intl";
import { localPath, reportPath } from "@/lib/routes";

/** The way to the form in which a reader says what is wrong with a record. */
export function ReportLink({ id, locale, by = false }: { id: string; locale: string; by?: boolean }) {
  const t = useTranslations("record");
  return (
    <a className="screen-only" href={localPath(locale, reportPath(id))} rel="nofollow">
      {t(by ? "reportBy" : "report")}
    </a>
  );
}
