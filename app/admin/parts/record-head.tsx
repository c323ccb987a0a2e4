import { getTranslations } from "next-intl/server";
import type { OpenEntry } from "@/lib/desk/read/open";
import { type Actor, may } from "@/lib/auth/actor";
import { hasSlugToChoose } from "@/lib/desk/publish/readdress";
import { kinds } from "@/lib/domain/kinds/registry";
import { instantWords } from "../wording/instant";
import { ListCrumbs } from "./list-crumbs";

/** What a record is, where it belongs, and who began and last saved it. */
export async function RecordHead({ actor, entry }: { actor: Actor; entry: OpenEntry }) {
  const [instant, t, tKinds] = await Promise.all([
    instantWords(),
    getTranslations("desk.record"),
    getTranslations("kinds"),
  ]);
  const { kind, dossier, title } = entry;
  return (
    <header className="record-head" data-dossier={kind === "dossier" ? entry.id : dossier?.id}>
      <ListCrumbs actor={actor} kind={kind} dossier={dossier} />
      <h1>{title || t("untitled", { one: tKinds(`${kind}.one`) })}</h1>
      <p className="record-who">
        {t("madeBy", { name: entry.createdByName, at: instant(entry.createdAt) })}{" "}
        {t("saved", { name: entry.updatedByName, at: instant(entry.updatedAt) })}
        {entry.publicPath && hasSlugToChoose(kind) && may(actor, "publish") && (
          <>
            {" "}
            <a href={`/admin/${kinds[kind].path}/${entry.id}/address`}>{t("changeAddress")}</a>
          </>
        )}
      </p>
    </header>
  );
}
