import { useTranslations } from "next-intl";
import { localPath, reciprocityPathOf } from "@/lib/routes";
import type { Setting } from "../frame/setting";

/** The way to how the two sides of a dossier return what each does. */
export function ReciprocityLink({
  setting: { locale, slug },
}: {
  setting: Pick<Setting, "locale" | "slug">;
}) {
  const t = useTranslations("reciprocity");
  return (
    <a className="screen-only font-sans text-label" href={localPath(locale, reciprocityPathOf(slug))}>
      {t("link")}
    </a>
  );
}
