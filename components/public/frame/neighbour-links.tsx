import { useTranslations } from "next-intl";

interface Props {
  earlier: { href: string; title: string } | null;
  later: { href: string; title: string } | null;
}

/** The ways to the records of the same kind before and after this one; nothing where it stands alone. */
export function NeighbourLinks({ earlier, later }: Props) {
  const t = useTranslations("record.neighbours");
  if (!earlier && !later) return null;
  return (
    <nav
      aria-label={t("label")}
      className="screen-only mt-10 flex flex-wrap gap-x-8 gap-y-2 font-sans text-label"
    >
      {earlier && <a href={earlier.href}>{t("earlier", { title: earlier.title })}</a>}
      {later && <a href={later.href}>{t("later", { title: later.title })}</a>}
    </nav>
  );
}
