import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Day } from "./date-text";
import type { Setting } from "./setting";

/** An empty state: what is not recorded, and since when that was so. */
export function NotRecorded({ children, setting }: { children: ReactNode; setting: Setting }) {
  const t = useTranslations("missing");
  return (
    <p className="max-w-measure border-l-2 border-rule py-1 pl-4 text-muted">
      <span className="text-ink">{children}</span>{" "}
      <span className="block font-sans text-label">
        {t.rich("checked", { day: () => <Day instant={setting.checkedAt} /> })}
      </span>
    </p>
  );
}
