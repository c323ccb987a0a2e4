import { getTranslations } from "next-intl/server";
import { optionsOf } from "@/components/desk/fields/parts";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import type { Option } from "@/components/desk/form/form-spec";
import { ActingForm } from "@/components/desk/lists/acting-form";
import { OpenOnce } from "@/components/desk/lists/open-once";
import { DossierFilter } from "@/components/desk/fields/reference/dossier-filter";
import type { DossierName } from "@/lib/desk/read/open";
import type { ListQuery } from "@/lib/desk/read/list";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { ColumnChoice } from "./column-choice";
import { facetKeys, listHref, listStates, naturalDirection } from "./list-query";
import { rawWords, specWords } from "../wording/spec-words";

interface ListFiltersProps {
  kind: KindKey;
  query: ListQuery;
  /** Those to choose from; null where they are too many to be offered all. */
  dossiers: DossierName[] | null;
  /** The one that the list is filtered by. */
  dossier: DossierName | null;
  isFiltered: boolean;
  columns: string[];
  /** Those that the list has where none are asked for. */
  usual: string[];
  /** Whether it is known when the reader's last visit ended. */
  knowsVisit: boolean;
}

/** Search and filters of a list, sent by its address: a list can be bookmarked as it stands. */
export async function ListFilters(props: ListFiltersProps) {
  const { kind, query, dossiers, dossier, isFiltered, columns, knowsVisit } = props;
  const [t, tStates, words] = await Promise.all([
    getTranslations("desk.list"),
    getTranslations("desk.states"),
    specWords(),
  ]);
  const definition = kindOf(kind);
  const only = dossiers?.length === 1 ? dossiers[0] : null;
  const spec = buildFormSpec(kind, (dossier ?? only)?.sides ?? null, words);
  const facets = facetKeys(definition).flatMap((key) => {
    const field = spec.fields.find((one) => one.key === key);
    const options = field && optionsOf(field, spec.countries);
    return options ? [{ key, label: field.label, options }] : [];
  });
  const states = listStates.map((value) => ({
    value,
    label: value === "waiting" ? t("waiting") : tStates(value),
  }));
  const { sourced } = query.facets ?? {};
  // On a small screen the rows come first; a filter that is set is not hidden.
  const isFolded =
    !query.dossierId && !query.state && !query.changedSince && Object.keys(query.facets ?? {}).length === 0;
  const path = `/admin/${definition.path}`;
  const usual = listHref(
    "",
    {},
    {
      ...{ sort: "updated", direction: naturalDirection(query.sort) },
      columns: props.usual.join(","),
    },
  ).slice(1);
  return (
    <ActingForm
      path={path}
      usual={usual}
      label={t("filters")}
      button={t("filter")}
      clear={isFiltered && <a href={path}>{t("clear")}</a>}
    >
      <div className="list-search">
        <label htmlFor="q">{t("search")}</label>
        <input id="q" name="q" type="search" defaultValue={query.q} className="control" />
      </div>
      <OpenOnce className="list-fold" isOpen={!isFolded}>
        <summary>{t("more")}</summary>
        <div className="list-more">
          {dossiers === null && (
            <DossierFilter
              words={await rawWords("desk.form")}
              label={t("dossier")}
              any={t("anyDossier")}
              chosen={dossier && { id: dossier.id, title: dossier.title }}
            />
          )}
          {dossiers && dossiers.length > 1 && (
            <Filter
              name="dossier"
              label={t("dossier")}
              any={t("anyDossier")}
              value={query.dossierId}
              options={dossiers.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          <Filter name="state" label={t("state")} any={t("any")} value={query.state} options={states} />
          {facets.map(({ key, label, options }) => (
            <Filter
              key={key}
              name={key}
              label={label}
              any={t("any")}
              value={String(query.facets?.[key] ?? "")}
              options={options}
            />
          ))}
          {definition.cited && (
            <Filter
              name="sourced"
              label={t("sources")}
              any={t("any")}
              value={sourced === undefined ? "" : sourced ? "yes" : "no"}
              options={[
                { value: "no", label: t("unsourced") },
                { value: "yes", label: t("sourced") },
              ]}
            />
          )}
          {knowsVisit && (
            <Filter
              name="since"
              label={t("changed")}
              any={t("atAnyTime")}
              value={query.changedSince && "visit"}
              options={[{ value: "visit", label: t("sinceVisit") }]}
            />
          )}
        </div>
      </OpenOnce>
      <input type="hidden" name="sort" value={query.sort} />
      <input type="hidden" name="direction" value={query.direction} />
      <ColumnChoice kind={kind} columns={columns} words={words} />
    </ActingForm>
  );
}

interface FilterProps {
  name: string;
  label: string;
  any: string;
  value: string | undefined;
  options: readonly Option[];
}

function Filter({ name, label, any, value, options }: FilterProps) {
  return (
    <div>
      <label htmlFor={`by-${name}`}>{label}</label>
      <select id={`by-${name}`} name={name} defaultValue={value ?? ""} className="control">
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
