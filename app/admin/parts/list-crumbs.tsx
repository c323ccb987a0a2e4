import { getTranslations } from "next-intl/server";
import { BackToList } from "@/components/desk/lists/last-list";
import type { Actor } from "@/lib/auth/actor";
import { kinds, type KindKey } from "@/lib/domain/kinds/registry";

interface Props {
  actor: Pick<Actor, "id">;
  kind: KindKey;
  dossier: { id: string; title: string } | null;
}

/**
 * The way from a record's page back to the list of its kind, as this tab had it last, else to its dossier's records of the kind;
 * and to the dossier's home.
 */
export async function ListCrumbs({ actor, kind, dossier }: Props) {
  const t = await getTranslations("kinds");
  return (
    <p className="record-crumbs">
      <BackToList
        path={`/admin/${kinds[kind].path}`}
        account={actor.id ?? ""}
        query={dossier ? `dossier=${dossier.id}` : ""}
      >
        {t(`${kind}.many`)}
      </BackToList>
      {dossier && (
        <>
          <span aria-hidden="true"> · </span>
          <a href={`/admin/dossiers/${dossier.id}/home`}>{dossier.title}</a>
        </>
      )}
    </p>
  );
}
