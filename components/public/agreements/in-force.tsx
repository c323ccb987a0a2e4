import { useLocale, useTranslations } from "next-intl";
import { showPartialDate } from "@/lib/domain/date-words";
import { type Acted, forceToCome } from "@/lib/domain/kinds/agreement-status";
import { dayShown } from "@/lib/domain/stood/moment";
import { dateWords } from "../frame/date-text";
import type { Setting } from "../frame/setting";

interface InForceProps {
  agreement: Acted & { inForce?: "yes" | "no" | "unknown" };
  setting: Pick<Setting, "stood">;
}

/**
 * Whether an agreement is in force, in words, and from when it will be otherwise where that is recorded; unknown gets no sign that
 * could be taken for an answer.
 */
export function InForce({ agreement, setting }: InForceProps) {
  const t = useTranslations("agreements");
  const words = useTranslations("dates");
  const locale = useLocale();
  const coming = forceToCome(agreement, dayShown(setting.stood));
  if (coming) {
    const date = showPartialDate(coming.date, locale, dateWords(words.raw.bind(words)));
    const look = coming.now === "yes" ? "text-ok" : "text-ink";
    return <span className={look}>{t("forceToCome", { now: coming.now, then: coming.then, date })}</span>;
  }
  if (agreement.inForce === "yes") return <span className="text-ok">{t("inForceYes")}</span>;
  if (agreement.inForce === "no") return <span className="text-ink">{t("inForceNo")}</span>;
  return <span className="text-muted">{t("inForceUnknown")}</span>;
}
