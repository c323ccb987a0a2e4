import { getTranslations } from "next-intl/server";
import { BoxOpener } from "@/components/desk/box/box-opener";
import { type Actor, may } from "@/lib/auth/actor";
import { abilityToAdd } from "@/lib/desk/limits";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { rawWords } from "../wording/spec-words";
import { navLinks } from "./nav-links";

/** The way to the desk's one box. */
export async function DeskBox({ actor }: { actor: Actor }) {
  const [words, tKinds, links, t] = await Promise.all([
    rawWords("desk.box"),
    getTranslations("kinds"),
    navLinks(actor),
    getTranslations("desk.nav"),
  ]);
  return (
    <BoxOpener
      words={words}
      pages={[
        ...links,
        { href: "/admin/search", label: t("search") },
        { href: "/admin/account", label: t("account") },
      ]}
      // A dossier is begun once: what is added daily comes first.
      kinds={[...kindKeys.filter((key) => key !== "dossier"), "dossier" as const].map((key) => ({
        key,
        path: kinds[key].path,
        one: tKinds(`${key}.one`),
        many: tKinds(`${key}.many`),
        inDossier: kinds[key].inDossier,
        canAdd: may(actor, abilityToAdd(key)),
      }))}
    />
  );
}
