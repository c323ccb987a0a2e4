import { getTranslations } from "next-intl/server";
import type { Dashboard } from "@/lib/desk/read/dashboard";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";

const states = ["published", "changed", "draft", "trashed"] as const;

/** How many records of each kind stand in which state, each number a way to them. */
export async function CountsTable({ counts }: { counts: Dashboard["counts"] }) {
  const [t, tKinds, tStates] = await Promise.all([
    getTranslations("desk.dashboard"),
    getTranslations("kinds"),
    getTranslations("desk.states"),
  ]);
  const countOf = (kind: string, state: string) =>
    counts.find((one) => one.kind === kind && one.state === state)?.count ?? 0;
  return (
    <div className="table-frame">
      <table className="desk-table counts">
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            {states.map((state) => (
              <th key={state} scope="col" className="figure">
                {tStates(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kindKeys.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <a href={`/admin/${kinds[kind].path}`}>{tKinds(`${kind}.many`)}</a>
              </th>
              {states.map((state) => {
                const count = countOf(kind, state);
                return (
                  <td key={state} className="figure">
                    {count === 0 ? (
                      <span className="text-muted">0</span>
                    ) : (
                      <a href={`/admin/${kinds[kind].path}?state=${state}`}>{count}</a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
