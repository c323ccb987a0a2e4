import { getTranslations } from "next-intl/server";
import type { Dashboard } from "@/lib/desk/read/dashboard";
import { kindKeys, kinds, type KindKey } from "@/lib/domain/kinds/registry";

const states = ["published", "changed", "draft", "trashed"] as const;

interface Props {
  counts: Dashboard["counts"];
  /** Of one dossier: only of kinds that belong to one, with the ways to these records and, for who may, to new ones. */
  dossier?: { id: string; canWrite: boolean };
}

/** How many records of each kind stand in which state, each number a way to them. */
export async function CountsTable({ counts, dossier }: Props) {
  const [t, tKinds, tStates] = await Promise.all([
    getTranslations("desk.dashboard"),
    getTranslations("kinds"),
    getTranslations("desk.states"),
  ]);
  const countOf = (kind: string, state: string) =>
    counts.find((one) => one.kind === kind && one.state === state)?.count ?? 0;
  const listOf = (kind: KindKey, state?: string) => {
    const query = new URLSearchParams({ ...(dossier && { dossier: dossier.id }), ...(state && { state }) });
    return `/admin/${kinds[kind].path}${query.size > 0 ? `?${query}` : ""}`;
  };
  return (
    <div className="table-frame">
      <table className="desk-table counts cards">
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            {states.map((state) => (
              <th key={state} scope="col" className="figure">
                {tStates(state)}
              </th>
            ))}
            {dossier?.canWrite && <AddHead />}
          </tr>
        </thead>
        <tbody>
          {kindKeys
            .filter((kind) => !dossier || kinds[kind].inDossier)
            .map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  <a href={listOf(kind)}>{tKinds(`${kind}.many`)}</a>
                </th>
                {states.map((state) => {
                  const count = countOf(kind, state);
                  return (
                    <td key={state} data-label={tStates(state)} className="figure">
                      {count === 0 ? (
                        <span className="text-muted">0</span>
                      ) : (
                        <a href={listOf(kind, state)}>{count}</a>
                      )}
                    </td>
                  );
                })}
                {dossier?.canWrite && <AddCell kind={kind} dossierId={dossier.id} />}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

async function AddHead() {
  return <th scope="col">{(await getTranslations("desk.home"))("add")}</th>;
}

/** The ways to one new record of a kind in a dossier, and to a table of them. */
async function AddCell({ kind, dossierId }: { kind: KindKey; dossierId: string }) {
  const [t, tKinds] = await Promise.all([getTranslations("desk.home"), getTranslations("kinds")]);
  const list = `/admin/${kinds[kind].path}`;
  return (
    <td data-label={t("add")} className="sm:whitespace-nowrap">
      <span className="counts-add">
        <a href={`${list}/new?dossier=${dossierId}`} aria-label={t("addOne", { one: tKinds(`${kind}.one`) })}>
          {t("one")}
        </a>{" "}
        <a
          href={`${list}/paste?dossier=${dossierId}`}
          aria-label={t("pasteMany", { many: tKinds(`${kind}.many`) })}
        >
          {t("table")}
        </a>
      </span>
    </td>
  );
}
