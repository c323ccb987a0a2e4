import { getTranslations } from "next-intl/server";
import type { SpecWords } from "@/components/desk/form/build-form-spec";
import { isFigure } from "@/components/desk/fields/parts";
import { StateBadge } from "@/components/desk/state-badge";
import type { EntryRow } from "@/lib/desk/read/entry-row";
import type { ListQuery } from "@/lib/desk/read/list";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { isPublic } from "@/lib/domain/lifecycle";
import { instantWords } from "../wording/instant";
import { columnLabel } from "./column-choice";
import { listHref, naturalDirection, type Asked } from "./list-query";
import { specWords } from "../wording/spec-words";

interface EntryTableProps {
  kind: KindKey;
  rows: EntryRow[];
  asked: Asked;
  query: ListQuery;
  /** The columns besides the title, by their keys. */
  columns: string[];
  /** What waits for its time, in words, by the records' ids. */
  scheduled: ReadonlyMap<string, string[]>;
  /** Whether rows can be ticked, for what is done to many at once. */
  hasTicks: boolean;
}

/** A page of a kind's list, in the columns that its address names or the kind's definition lists. */
export async function EntryTable(props: EntryTableProps) {
  const { kind, rows, asked, query, columns, scheduled, hasTicks } = props;
  const [instant, t, tKinds, words] = await Promise.all([
    instantWords(),
    getTranslations("desk.list"),
    getTranslations("kinds"),
    specWords(),
  ]);
  const definition = kindOf(kind);
  const path = `/admin/${definition.path}`;
  const one = tKinds(`${kind}.one`);
  const context = {
    locale: "en",
    word: (choice: string) => (words.has(`choices.${choice}`) ? words.say(`choices.${choice}`) : choice),
  };
  const cell = (key: string, row: EntryRow) => {
    if (!(key in definition.fields))
      return (
        <OwnCell column={key} row={row} scheduled={scheduled.get(row.id)} words={words} instant={instant} />
      );
    const value = row.facets[key];
    return value === undefined ? "" : definition.fields[key]?.show(value, context);
  };
  // A badge needs no label where a row is a card.
  const cardLabel = (key: string) => (key === "state" ? undefined : columnLabel(words, kind, key));
  const isFigureOf = (key: string) => {
    const field = definition.fields[key];
    return field !== undefined && isFigure(field.kind);
  };
  const cellClass = (key: string) =>
    isFigureOf(key) ? "figure" : key === "verified" || key === "updated" ? "list-when" : undefined;
  return (
    <div className="table-frame list-frame">
      <table className="desk-table cards">
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
            <SortHead sort="title" label={t("title")} path={path} asked={asked} query={query} />
            {columns.map((key) => {
              const label = columnLabel(words, kind, key);
              const sort = sortOf(definition, key);
              if (sort) return <SortHead key={key} {...{ sort, label, path, asked, query }} />;
              return (
                <th key={key} scope="col" className={isFigureOf(key) ? "figure" : undefined}>
                  {label}
                </th>
              );
            })}
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
              {columns.map((key) => (
                <td key={key} data-label={cardLabel(key)} className={cellClass(key)}>
                  {cell(key, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a list is sorted by at the head of a column; undefined where no index has it in order. */
function sortOf(kind: Kind, column: string): ListQuery["sort"] | undefined {
  if (column === kind.sortedBy) return "newest";
  return column === "verified" || column === "updated" ? column : undefined;
}

interface OwnCellProps {
  column: string;
  row: EntryRow;
  scheduled: string[] | undefined;
  words: SpecWords;
  instant: (at: string) => string;
}

/** A cell of a column that every kind has. */
function OwnCell({ column, row, scheduled = [], words, instant }: OwnCellProps) {
  switch (column) {
    case "state":
      return (
        <>
          <StateBadge state={row.state} label={words.say(`desk.states.${row.state}`)} />
          {scheduled.map((line) => (
            <span key={line} className="side-line">
              {line}
            </span>
          ))}
        </>
      );
    case "verified":
      if (row.verifiedAt) return <time dateTime={row.verifiedAt}>{instant(row.verifiedAt)}</time>;
      return isPublic(row.state) && <span className="text-muted">{words.say("desk.list.never")}</span>;
    case "updated":
      return (
        <>
          <time dateTime={row.updatedAt}>{instant(row.updatedAt)}</time>
          <span className="side-line">{words.say("desk.list.updatedBy", { name: row.updatedByName })}</span>
        </>
      );
    default:
      return row.dossier?.title;
  }
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
