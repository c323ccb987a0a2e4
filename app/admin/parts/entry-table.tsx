import { getTranslations } from "next-intl/server";
import { isFigure } from "@/components/desk/fields/parts";
import { StateBadge } from "@/components/desk/state-badge";
import type { EntryRow } from "@/lib/desk/read/entry-row";
import type { ListQuery } from "@/lib/desk/read/list";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { isPublic } from "@/lib/domain/lifecycle";
import { instantWords } from "../wording/instant";
import { columnKeys, listHref, naturalDirection, type Asked } from "./list-query";
import { specWords } from "../wording/spec-words";

interface EntryTableProps {
  kind: KindKey;
  rows: EntryRow[];
  asked: Asked;
  query: ListQuery;
  hasDossiers: boolean;
  /** What waits for its time, in words, by the records' ids. */
  scheduled: ReadonlyMap<string, string[]>;
  /** Whether rows can be ticked, for what is done to many at once. */
  hasTicks: boolean;
}

/** A page of a kind's list. Its columns are those that the kind's definition lists. */
export async function EntryTable(props: EntryTableProps) {
  const { kind, rows, asked, query, hasDossiers, scheduled, hasTicks } = props;
  const [instant, t, tStates, tKinds, words] = await Promise.all([
    instantWords(),
    getTranslations("desk.list"),
    getTranslations("desk.states"),
    getTranslations("kinds"),
    specWords(),
  ]);
  const definition = kindOf(kind);
  const path = `/admin/${definition.path}`;
  const columns = columnKeys(definition);
  const one = tKinds(`${kind}.one`);
  const context = {
    locale: "en",
    word: (choice: string) => (words.has(`choices.${choice}`) ? words.say(`choices.${choice}`) : choice),
  };
  const cell = (key: string, row: EntryRow) => {
    const value = row.facets[key];
    return value === undefined ? "" : definition.fields[key]?.show(value, context);
  };
  const isFigureOf = (key: string) => {
    const field = definition.fields[key];
    return field !== undefined && isFigure(field.kind);
  };
  const head = (sort: ListQuery["sort"], label: string) => (
    <SortHead sort={sort} label={label} path={path} asked={asked} query={query} />
  );
  return (
    <div className="table-frame">
      <table className="desk-table">
        <caption className="sr-only">
          {t("caption", { many: tKinds(`${kind}.many`), count: rows.length })}
        </caption>
        <thead>
          <tr>
            {hasTicks && (
              <th scope="col">
                <span className="sr-only">{t("tick")}</span>
              </th>
            )}
            {head("title", t("title"))}
            {/* Beside the title, so that it is seen on a small screen without scrolling. */}
            <th scope="col">{t("state")}</th>
            {columns.map((key) =>
              key === definition.sortedBy ? (
                <SortHead
                  key={key}
                  sort="newest"
                  label={words.say(`kinds.${kind}.fields.${key}.label`)}
                  path={path}
                  asked={asked}
                  query={query}
                />
              ) : (
                <th key={key} scope="col" className={isFigureOf(key) ? "figure" : undefined}>
                  {words.say(`kinds.${kind}.fields.${key}.label`, { a: "A", b: "B" })}
                </th>
              ),
            )}
            {hasDossiers && <th scope="col">{t("dossier")}</th>}
            {head("verified", t("verified"))}
            {head("updated", t("updated"))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {hasTicks && (
                <td className="list-tick">
                  <input
                    type="checkbox"
                    name="row"
                    value={`${row.id}.${row.version}`}
                    aria-label={row.title || words.say("desk.dashboard.untitled", { one })}
                  />
                </td>
              )}
              <th scope="row">
                <a href={`${path}/${row.id}`}>{row.title || words.say("desk.dashboard.untitled", { one })}</a>
              </th>
              <td>
                <StateBadge state={row.state} label={tStates(row.state)} />
                {scheduled.get(row.id)?.map((line) => (
                  <span key={line} className="side-line">
                    {line}
                  </span>
                ))}
              </td>
              {columns.map((key) => (
                <td key={key} className={isFigureOf(key) ? "figure" : undefined}>
                  {cell(key, row)}
                </td>
              ))}
              {hasDossiers && <td>{row.dossier?.title}</td>}
              <td className="list-when">
                {row.verifiedAt ? (
                  <time dateTime={row.verifiedAt}>{instant(row.verifiedAt)}</time>
                ) : (
                  isPublic(row.state) && <span className="text-muted">{t("never")}</span>
                )}
              </td>
              <td className="list-when">
                <time dateTime={row.updatedAt}>{instant(row.updatedAt)}</time>
                <span className="side-line">{t("updatedBy", { name: row.updatedByName })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SortHeadProps {
  sort: ListQuery["sort"];
  label: string;
  path: string;
  asked: Asked;
  query: ListQuery;
}

/** A column's head that sorts by it, and the other way round when it does already. */
function SortHead({ sort, label, path, asked, query }: SortHeadProps) {
  const isHere = query.sort === sort;
  const direction = isHere ? (query.direction === "asc" ? "desc" : "asc") : naturalDirection(sort);
  const href = listHref(path, asked, { sort, direction, cursor: null, page: null });
  return (
    <th scope="col" aria-sort={isHere ? (query.direction === "asc" ? "ascending" : "descending") : undefined}>
      <a href={href}>{label}</a>
      {isHere && <span aria-hidden="true">{query.direction === "asc" ? " ↑" : " ↓"}</span>}
    </th>
  );
}
