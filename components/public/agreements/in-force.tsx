import { useTranslations } from "next-intl";

/** Whether an agreement is in force, in words; unknown gets no sign that could be taken for an answer. */
export function InForce({ value }: { value: "yes" | "no" | "unknown" | undefined }) {
  const t = useTranslations("agreements");
  if (value === "yes") return <span className="text-ok">{t("inForceYes")}</span>;
  if (value === "no") return <span className="text-ink">{t("inForceNo")}</span>;
  return <span className="text-muted">{t("inForceUnknown")}</span>;
}
