import type { Around, Linked } from "@/components/public/frame/linked";
import { pathTo } from "@/components/public/frame/setting";
import { type DossierKindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { joinedVisits, type VisitJoin } from "@/lib/published/joined";
import { peopleById } from "@/lib/published/people";
import type { OpenDossier } from "../open-dossier";

const joins = ["trip", "forum"] as const satisfies readonly VisitJoin[];

/** The people that a record names, and what else, in whichever dossier, is part of the same trip or forum. */
export async function aroundRecord(
  { setting: { locale } }: OpenDossier,
  record: PublishedRecord<DossierKindKey>,
): Promise<Around> {
  const links = linksFrom(kindOf(record.kind), record.values as Record<string, unknown>);
  const named = links.filter(({ toKind }) => toKind === "person").map(({ to }) => to);
  const [people, joined] = await Promise.all([
    peopleById(named),
    Promise.all(isVisit(record) ? joins.map((by) => joinedBy(by, record, locale)) : []),
  ]);
  const linked = people.map(({ id, slug, name }): [string, Linked] => [
    id,
    { href: pathTo({ locale, slug: "" }, { kind: "person", slug }), title: name },
  ]);
  return { people: new Map(linked), joined: new Map(joined) };
}

async function joinedBy(
  by: VisitJoin,
  { id, values }: PublishedRecord<"visit">,
  locale: string,
): Promise<[string, Linked[]]> {
  const name = values[by];
  const found = name ? await joinedVisits(by, name, id) : [];
  return [
    by,
    found.map(({ kind, slug, title, dossierSlug, dossierTitle }) => ({
      href: pathTo({ locale, slug: dossierSlug }, { kind, slug }),
      title,
      kind: dossierTitle,
    })),
  ];
}

function isVisit(record: PublishedRecord<DossierKindKey>): record is PublishedRecord<"visit"> {
  return record.kind === "visit";
}
