import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { type Actor, may } from "@/lib/auth/actor";
import { KeepList } from "@/components/desk/lists/last-list";
import { requireVisitor } from "@/lib/auth/session";
import { abilityToAdd } from "@/lib/desk/limits";
import { dossierById, dossierChoices } from "@/lib/desk/read/choices";
import type { EntryRow } from "@/lib/desk/read/entry-row";
import { listEntries } from "@/lib/desk/read/list";
import { listTotals } from "@/lib/desk/read/list-totals";
import { scheduledOf } from "@/lib/desk/scheduled/read-scheduled";
import { kindAtPath, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { BulkForm } from "../parts/bulk-form";
import { EntryTable } from "../parts/entry-table";
import { ListFilters } from "../parts/list-filters";
import { lastVisit } from "../parts/last-visit";
import {
  type Asked,
  listAddress,
  listHref,
  readColumns,
  readListQuery,
  usualColumns,
  withOneText,
} from "../parts/list-query";
import { NotUnderstood } from "../parts/not-understood";
import { ListPages } from "../parts/list-pages";
import { ListTotalsLine } from "../parts/list-totals";
import { ListViews } from "../parts/list-views";
import { underWayLines } from "../parts/under-way";
import { scheduledWords } from "../wording/scheduled";

interface Props {
  params: Promise<{ list: string }>;
  searchParams: Promise<Asked>;
}

async function kindAsked({ params }: Props): Promise<KindKey> {
  return kindAtPath((await params).list) ?? notFound();
}

/** What a kind's list is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await getTranslations("kinds"))(`${await kindAsked(props)}.many`) };
}

/** What waits for its time or for a person, in words, by the records' ids. */
async function scheduledIn(actor: Actor, rows: readonly EntryRow[]): Promise<Map<string, string[]>> {
  const found = await scheduledOf(
    actor,
    rows.map(({ id }) => id),
  );
  const lines = [...found].map(
    async ([id, moves]) => [id, await Promise.all(moves.map(scheduledWords))] as const,
  );
  const scheduled = new Map(await Promise.all(lines));
  for (const [id, own] of await underWayLines(
    actor,
    rows.map((row) => row.id),
  ))
    scheduled.set(id, [...own, ...(scheduled.get(id) ?? [])]);
  return scheduled;
}

/** Every record of a kind: searched, filtered, sorted and paged by its address. */
export default async function ListPage(props: Props) {
  const kind = await kindAsked(props);
  const actor = await requireVisitor("read");
  const asked = withOneText(await props.searchParams);
  const definition = kindOf(kind);
  const visit = await lastVisit();
  const query = readListQuery(definition, asked, { actor, visit });
  const [page, totals, dossiers, dossier, t, tKinds] = await Promise.all([
    listEntries(actor, kind, query),
    listTotals(actor, kind, query),
    definition.inDossier ? dossierChoices(actor) : [],
    query.dossierId ? dossierById(actor, query.dossierId) : null,
    getTranslations("desk.list"),
    getTranslations("kinds"),
  ]);
  const path = `/admin/${definition.path}`;
  const isFiltered = Boolean(
    query.q || query.dossierId || query.state || query.changedSince || Object.keys(query.facets ?? {}).length,
  );
  const add = listHref(`${path}/new`, {}, { dossier: query.dossierId ?? null });
  const hasDossiers = dossiers === null || dossiers.length > 1;
  // A column that says the same of every record stands there only when it was asked for.
  const usual = usualColumns(definition).filter((key) => key !== "dossier" || hasDossiers);
  const columns = asked.columns === undefined ? usual : readColumns(definition, asked);
  return (
    <>
      <KeepList path={path} account={actor.id ?? ""} query={listAddress(definition, asked)} />
      <header className="list-head">
        <div>
          {dossier && (
            <p className="record-crumbs">
              <a href={`/admin/dossiers/${dossier.id}/home`}>{dossier.title}</a>
            </p>
          )}
          <h1>{tKinds(`${kind}.many`)}</h1>
        </div>
        {may(actor, abilityToAdd(kind)) && (
          <div className="btn-row">
            {kind === "source" && (
              <a href="/admin/addresses" className="btn">
                {t("addresses")}
              </a>
            )}
            <a href={listHref(`${path}/paste`, {}, { dossier: query.dossierId ?? null })} className="btn">
              {t("paste")}
            </a>
            <a href={add} className="btn-main">
              {t("add", { one: tKinds(`${kind}.one`) })}
            </a>
          </div>
        )}
      </header>
      <ListViews actor={actor} kind={kind} asked={asked} />
      <ListFilters
        kind={kind}
        query={query}
        dossiers={dossiers}
        dossier={dossier}
        isFiltered={isFiltered}
        columns={columns}
        usual={usual}
        knowsVisit={visit !== null}
      />
      <NotUnderstood kind={kind} asked={asked} />
      <ListTotalsLine path={path} asked={asked} totals={totals} />
      {page.rows.length === 0 ? (
        <p className="list-none">{isFiltered || query.cursor ? t("none") : t("noneYet")}</p>
      ) : (
        <BulkForm actor={actor} kind={kind} asked={asked} rows={page.rows}>
          <EntryTable
            kind={kind}
            rows={page.rows}
            asked={asked}
            query={query}
            columns={columns}
            scheduled={await scheduledIn(actor, page.rows)}
            hasTicks={may(actor, "write")}
          />
        </BulkForm>
      )}
      <ListPages path={path} asked={asked} page={page} />
    </>
  );
}
