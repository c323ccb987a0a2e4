import { useTranslations } from "next-intl";

/** The formats of a table that readers are offered. */
const offered = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
  "spreadsheet.csv": "text/csv",
} as const;

type Offered = keyof typeof offered;

/** A list as files in each format, with its name where there are several; last, quietly, the CSV that spreadsheet programs read right. */
export function TableLinks({ list, pathOf }: { list?: string; pathOf(format: Offered): string }) {
  const t = useTranslations("files");
  return (Object.keys(offered) as Offered[]).map((format) => {
    const isQuiet = format === "spreadsheet.csv";
    const name = isQuiet ? t("forSpreadsheets") : format.toUpperCase();
    return (
      <a
        key={format}
        href={pathOf(format)}
        type={offered[format]}
        className={isQuiet ? "text-muted" : undefined}
      >
        {list === undefined ? name : t("listFormat", { list: t(`lists.${list}`), format: name })}
      </a>
    );
  });
}
