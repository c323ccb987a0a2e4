import { getTranslations } from "next-intl/server";
import { type Actor, may } from "@/lib/auth/actor";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";

/** The pages of the desk's navigation for this actor: the kinds of records, and what else there is. */
export async function navLinks(actor: Actor): Promise<{ href: string; label: string }[]> {
  const [t, tKinds] = await Promise.all([getTranslations("desk.nav"), getTranslations("kinds")]);
  return [
    { href: "/admin", label: t("dashboard") },
    ...kindKeys.map((kind) => ({ href: `/admin/${kinds[kind].path}`, label: tKinds(`${kind}.many`) })),
    { href: "/admin/reviews", label: t("reviews") },
    { href: "/admin/calendar", label: t("calendar") },
    { href: "/admin/addresses", label: t("addresses") },
    ...(may(actor, "publish")
      ? [
          { href: "/admin/reports", label: t("reports") },
          ...(may(actor, "setForAll") ? [{ href: "/admin/subjects", label: t("subjects") }] : []),
          { href: "/admin/templates", label: t("templates") },
        ]
      : []),
    ...(may(actor, "manage")
      ? [
          { href: "/admin/settings/countries", label: t("countryNames") },
          { href: "/admin/settings/about", label: t("about") },
          { href: "/admin/settings/versions", label: t("retention") },
          { href: "/admin/people", label: t("people") },
          { href: "/admin/audit", label: t("audit") },
        ]
      : []),
  ];
}

/** The desk's pages besides, to which its header and other pages lead. */
export async function otherPages(): Promise<{ href: string; label: string }[]> {
  const t = await getTranslations("desk");
  return [
    { href: "/admin/search", label: t("nav.search") },
    { href: "/admin/account", label: t("nav.account") },
    { href: "/admin/notices", label: t("notices.title") },
    { href: "/admin/shortcuts", label: t("nav.shortcuts") },
    { href: "/admin/views", label: t("views.title") },
    { href: "/admin/files", label: t("upload.title") },
    { href: "/admin/bulk", label: t("nav.bulk") },
  ];
}
