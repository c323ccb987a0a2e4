import { Name } from "./name";
import { useTranslations } from "next-intl";

export interface Crumb {
  name: string;
  href: string;
}

/** The way from the first page to this one, which itself is not a link. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  const t = useTranslations("site");
  return (
    <nav aria-label={t("breadcrumbs")} className="screen-only font-sans text-label text-muted">
      <ol className="flex flex-wrap gap-x-2 wrap-anywhere">
        {trail.map(({ name, href }, index) => (
          <li key={href} className="flex gap-x-2">
            {index < trail.length - 1 ? (
              <a href={href}>
                <Name>{name}</Name>
              </a>
            ) : (
              <span aria-current="page">
                <Name>{name}</Name>
              </span>
            )}
            {index < trail.length - 1 && <span aria-hidden="true">›</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
