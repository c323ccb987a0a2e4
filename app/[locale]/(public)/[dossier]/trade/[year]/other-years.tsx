import { useTranslations } from "next-intl";
import { partPath, type Setting } from "@/components/public/frame/setting";

/** The years with figures before and after this one; nothing where it is the only one. */
export function OtherYears({
  year,
  years,
  setting,
}: {
  year: number;
  years: readonly number[];
  setting: Setting;
}) {
  const t = useTranslations("trade");
  const before = Math.max(...years.filter((one) => one < year));
  const after = Math.min(...years.filter((one) => one > year));
  const links = [
    { to: before, words: t("previous", { year: String(before) }) },
    { to: after, words: t("next", { year: String(after) }) },
  ].filter(({ to }) => Number.isFinite(to));
  if (links.length === 0) return null;
  return (
    <nav aria-label={t("otherYears")} className="screen-only flex flex-wrap gap-x-8 font-sans text-label">
      {links.map(({ to, words }) => (
        <a key={to} href={partPath(setting, `trade/${to}`)}>
          {words}
        </a>
      ))}
    </nav>
  );
}
