import { useTranslations } from "next-intl";
import { changedKinds } from "@/lib/domain/change-log";
import type { KindKey } from "@/lib/domain/kinds/registry";

/** The ways to the changes of one kind of record, and to all. */
export function KindNav({ path, kind }: { path: string; kind: KindKey | null }) {
  const t = useTranslations("changeLog");
  const word = useTranslations("changes.kinds");
  return (
    <nav aria-label={t("kinds")} className="screen-only mb-6">
      <ul className="ways flex flex-wrap gap-x-6">
        {[null, ...changedKinds].map((one) => (
          <li key={one ?? "all"}>
            <a href={one ? `${path}?kind=${one}` : path} aria-current={one === kind ? "true" : undefined}>
              {one ? word(one) : t("all")}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
