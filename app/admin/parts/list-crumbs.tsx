import { getTranslations } from "next-intl/server";
import { kinds, type KindKey } from "@/lib/domain/kinds/registry";

interface Props {
  kind: KindKey;
  dossier: { id: string; title: string } | null;
}

/** The way from a record's page back to the list of its kind, and to its dossier. */
export async function ListCrumbs({ kind, dossier }: Props) {
  const t = await getTranslations("kinds");
  return (
    <p className="record-crumbs">
      <a href={`/admin/${kinds[kind].path}`}>{t(`${kind}.many`)}</a>
      {dossier && (
        <>
          <span aria-hidden="true"> · </span>
          <a href={`/admin/dossiers/${dossier.id}`}>{dossier.title}</a>
        </>
      )}
    </p>
  );
}
