import { getTranslations } from "next-intl/server";
import { kindKeys, kinds, type KindKey } from "@/lib/domain/kinds/registry";

interface SeeAllProps {
  counts: readonly { kind: KindKey; count: number }[];
  /** The filter of the lists that shows them, as an address has it: `state=waiting`. */
  filter: string;
}

/** How many there are in all, and the way to those of each kind; nothing where there are none. */
export async function SeeAll({ counts, filter }: SeeAllProps) {
  const [t, tKinds] = await Promise.all([getTranslations("desk.dashboard"), getTranslations("kinds")]);
  const countOf = (kind: KindKey) =>
    counts.reduce((sum, one) => (one.kind === kind ? sum + one.count : sum), 0);
  const present = kindKeys.filter((kind) => countOf(kind) > 0);
  if (present.length === 0) return null;
  const total = present.reduce((sum, kind) => sum + countOf(kind), 0);
  return (
    <p className="see-all">
      <b>{t("seeAll", { count: total })}</b>
      {present.map((kind) => (
        <a key={kind} href={`/admin/${kinds[kind].path}?${filter}`}>
          {t("seeAllOf", { many: tKinds(`${kind}.many`), count: countOf(kind) })}
        </a>
      ))}
    </p>
  );
}
