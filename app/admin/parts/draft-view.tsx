import { getTranslations } from "next-intl/server";
import { shownFiles } from "@/components/public/files/shown-files";
import { type AnyViewed, RecordView } from "@/components/public/frame/record-view";
import type { Actor } from "@/lib/auth/actor";
import type { Preview } from "@/lib/desk/read/preview";
import { subjectsAtDesk } from "@/lib/desk/settings/subjects";
import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";
import { filesIn } from "@/lib/domain/kinds/attachments";
import { type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { sidesIn } from "@/lib/domain/sides";
import { factsOfFiles } from "@/lib/published/files";

/** A draft as readers would see it, drawn by their own pages' view; what it refers to is linked to its own preview. */
export async function DraftView({ actor, preview }: { actor: Actor; preview: Preview }) {
  const { record, sources, dossier, refersTo, referrers } = preview;
  const { kind } = record;
  const tKinds = await getTranslations("kinds");
  const sides = dossier?.sides ?? (kind === "dossier" ? sidesIn(record.values) : null);
  const hrefOf = (of: KindKey, id: string) => `/admin/${kindOf(of).path}/${id}/preview`;
  const people = refersTo.filter(({ kind: of }) => of === "person");
  const around = {
    people: new Map(people.map(({ id, title }) => [id, { href: hrefOf("person", id), title }])),
    // Which other visits are part of the same, readers' pages alone look up.
    joined: new Map(),
  };
  const linked = (of: KindKey) =>
    [...refersTo, ...referrers]
      .filter((one) => one.kind === of && !one.isElsewhere)
      .map(({ id, title }) => ({
        id,
        href: hrefOf(of, id),
        title: title || tKinds(`${of}.one`),
        kind: tKinds(`${of}.one`),
        relations: relationsIn(record, id),
      }));
  const files = await factsOfFiles(filesIn(record.values));
  return (
    <RecordView
      record={record as AnyViewed}
      title={record.title || tKinds(`${kind}.one`)}
      setting={{
        locale: "en",
        slug: dossier?.slug ?? record.slug,
        parties: sides?.parties ?? ["", ""],
        predecessors: sides?.predecessors,
        checkedAt: record.updatedAt,
        subjects: await subjectsAtDesk(actor),
      }}
      sources={sources}
      linked={linked}
      around={around}
      files={shownFiles(record.values, files, (id) => `/admin/files/${id}`)}
    />
  );
}

/** How an agreement's draft says that it relates to another record; undefined where it says nothing of it. */
function relationsIn(record: PublishedRecord, id: string): AgreementRelation[] | undefined {
  if (!isAgreement(record)) return undefined;
  const said = record.values.relations.filter(({ other }) => other === id);
  return said.length > 0 ? said.map(({ relation }) => relation) : undefined;
}

function isAgreement(record: PublishedRecord): record is PublishedRecord<"agreement"> {
  return record.kind === "agreement";
}
