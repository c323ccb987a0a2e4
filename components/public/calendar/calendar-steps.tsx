import { useTranslations } from "next-intl";
import { periodFrom } from "@/lib/domain/calendar-spans";

interface Props {
  /** The calendar's address without a query, and what its query asks by. */
  path: string;
  parameter: "month" | "year";
  /** The month or year that is shown; null for the coming ones. */
  shown: string | null;
  /** The present month or year. */
  present: string;
  /** How many months are the coming ones. */
  months: number;
  inWords: (period: string) => string;
}

/** The ways to the time before and after, and back to the coming months. */
export function CalendarSteps({ path, parameter, shown, present, months, inWords }: Props) {
  const t = useTranslations("calendar");
  // Around the coming months: the years that they lie in and beside, or the months before and after.
  const around = parameter === "year" ? [-1, 0, 1] : [-1, months];
  const steps =
    shown === null
      ? around.map((step) => periodFrom(present, step))
      : [periodFrom(shown, -1), periodFrom(shown, 1)];
  return (
    <nav aria-label={t("steps")} className="screen-only mb-10 font-sans text-label">
      <ul className="ways flex flex-wrap gap-x-6">
        {shown !== null && (
          <li>
            <a href={path}>{t("coming", { months })}</a>
          </li>
        )}
        {steps.map(
          (period) =>
            period !== null && (
              <li key={period}>
                <a href={`${path}?${parameter}=${period}`} rel="nofollow">
                  {inWords(period)}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
