import { useTranslations } from "next-intl";
import { firstDay, lastDay } from "@/lib/domain/as-of/as-of-day";
import { pathTo, type Setting } from "../frame/setting";

/** Asks for a day: a plain form whose answer is an address. */
export function AsOfForm({ setting, day }: { setting: Setting; day?: string }) {
  const t = useTranslations("asOf");
  return (
    <form
      action={pathTo(setting)}
      className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 font-sans text-label"
    >
      <label htmlFor="as-of" className="text-muted">
        {t("ask")}
      </label>
      <span className="flex items-center gap-x-3">
        <input
          id="as-of"
          type="date"
          name="on"
          required
          min={firstDay}
          max={lastDay}
          defaultValue={day}
          className="field"
        />
        <button className="button">{t("show")}</button>
      </span>
    </form>
  );
}
