import { useTranslations } from "next-intl";
import type { OpenPeriod } from "@/lib/domain/list-periods";
import { periodName } from "./period-name";

/** Which period a page shows, whose number of records stands among the ways to all periods; nothing where the whole list is shown. */
export function PeriodHeading({ open: { span, page, pages } }: { open: OpenPeriod }) {
  const t = useTranslations("periods");
  if (span === "all") return null;
  return (
    <h2 className="text-section">
      {periodName(span, t)}{" "}
      {pages > 1 && (
        <span className="label ml-3">{t("page", { page: String(page), pages: String(pages) })}</span>
      )}
    </h2>
  );
}
