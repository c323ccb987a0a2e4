import { getTranslations } from "next-intl/server";
import { NavLinks } from "@/components/desk/shell/nav-links";
import type { Actor } from "@/lib/auth/actor";
import { navLinks, otherPages } from "./nav-links";

/** The kinds of records, and what else the desk has for this actor. */
export async function DeskNav({ actor }: { actor: Actor }) {
  const [t, links, others] = await Promise.all([getTranslations("desk.nav"), navLinks(actor), otherPages()]);
  return <NavLinks label={t("label")} menu={t("menu")} links={links} others={others} />;
}
