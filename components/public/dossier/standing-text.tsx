import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { below } from "@/lib/domain/paths";
import type { Viewed } from "../frame/setting";

type Standing = NonNullable<Viewed<"dossier">["values"]["standings"]>[number];

interface Props {
  standing: Standing;
  /** The marks of the value at a path. */
  cite: (path: string) => ReactNode;
}

/** One standing in trade with its year, and the marks of what is cited for it alone. */
export function StandingText({ standing: { id = "", statement, year }, cite }: Props) {
  const t = useTranslations("dossier");
  const row = below("standings", id);
  return (
    <>
      {statement}
      {cite(below(row, "statement"))}
      {year && ` ${t("standingYear", { year: String(year) })}`}
      {cite(below(row, "year"))}
      {cite(row)}
    </>
  );
}
