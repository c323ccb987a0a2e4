import { useTranslations } from "next-intl";
import { yearsFrom } from "@/lib/domain/as-of/as-of-day";
import { pathTo, type Setting } from "../frame/setting";

const steps = [-10, -1, 1, 10] as const;

/** Says that a page is the view of a day, with the ways to other days and the one back to today. */
export function DayBar({ setting, day, today }: { setting: Setting; day: string; today: string }) {
  const t = useTranslations("asOf");
  const ways = steps.flatMap((years) => {
    const there = yearsFrom(day, years);
    return there !== null && there <= today ? [{ years, there }] : [];
  });
  return (
    <div className="mt-3 max-w-measure border-l-2 border-ink py-1 pl-4">
      <p>
        {t(day > today ? "future" : "lead")} <a href={pathTo(setting)}>{t("today")}</a>
      </p>
      {ways.length > 0 && (
        <nav aria-label={t("steps")} className="screen-only mt-1 font-sans text-label">
          <ul className="ways flex flex-wrap gap-x-6">
            {ways.map(({ years, there }) => (
              <li key={years}>
                <a href={`${pathTo(setting)}?on=${there}`} rel="nofollow">
                  {t(`step.${years}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
