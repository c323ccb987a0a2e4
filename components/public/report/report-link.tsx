import { useTranslations } from "next-intl";
import { localPath, reportPath } from "@/lib/routes";

interface Props {
  id: string;
  locale: string;
  /** What the record is, on a page of several: a reporter's figures, or a list of products. */
  of?: "page" | "figures" | "products";
}

const words = { page: "report", figures: "reportBy", products: "reportList" } as const;

/** The way to the form in which a reader says what is wrong with a record. */
export function ReportLink({ id, locale, of = "page" }: Props) {
  const t = useTranslations("record");
  return (
    <a className="screen-only" href={localPath(locale, reportPath(id))} rel="nofollow">
      {t(words[of])}
    </a>
  );
}
