import { getTranslations } from "next-intl/server";
import { NavLinks } from "@/components/desk/shell/nav-links";
import { type Actor, may } from "@/lib/auth/actor";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";

/** The kinds of records, and what else the desk has for this actor. */
export async function DeskNav({ actor }: { actor: Actor }) {
  const [t, tKinds] = await Promise.all([getTranslations("desk.nav"), getTranslations("kinds")]);
  const links = [
    { href: "/admin", label: t("dashboard") },
    ...kindKeys.map((kind) => ({ href: `/admin/${kinds[kind].path}`, label: tKinds(`${kind}.many`) })),
    ...(may(actor, "publish") ? [{ href: "/admin/subjects", label: t("subjects") }] : []),
    ...(may(actor, "manage")
      ? [
          { href: "/admin/settings/countries", label: t("countryNames") },
          { href: "/admin/people", label: t("people") },
        ]
      : []),
  ];
  return <NavLinks label={t("label")} links={links} />;
}
