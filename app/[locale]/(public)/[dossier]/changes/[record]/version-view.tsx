import type { Linked } from "@/components/public/frame/linked";
import { Footnotes } from "@/components/public/notes/footnotes";
import { type Citing, filled } from "@/components/public/notes/notes";
import type { KindView } from "@/components/public/kind-view";
import { pathTo } from "@/components/public/frame/setting";
import { viewOf } from "@/components/public/views";
import { shownCopy } from "@/lib/domain/kept-copy";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { namesOf } from "@/lib/published/names";
import { peopleById } from "@/lib/published/people";
import type { PublishedVersion } from "@/lib/published/versions";
import { filesOf } from "../../files-of";
import { notesOf, type OpenDossier, withSubjects } from "../../../open-dossier";

interface Props {
  dossier: OpenDossier;
  record: { id: string; kind: KindKey; slug: string };
  version: PublishedVersion;
}

/**
 * A published version as its record's own page showed it. What it refers to is called and linked as it is now, where that is
 * published; what refers to it is not part of it.
 */
export async function VersionView({ dossier: opened, record: { id, kind, slug }, version }: Props) {
  const dossier = await withSubjects(opened, kind);
  const { setting } = dossier;
  const values = shownCopy(kindOf(kind), version.values) as PublishedRecord["values"];
  const links = linksFrom(kindOf(kind), values as Record<string, unknown>);
  const idsOf = (isPerson: boolean) =>
    links.filter(({ toKind }) => (toKind === "person") === isPerson).map(({ to }) => to);
  // The view is that of the record's own kind, which a union of all cannot say.
  const { fields, Whole } = viewOf(kind) as KindView<KindKey>;
  const [referred, people, files, notes] = await Promise.all([
    namesOf(dossier.record.id, idsOf(false)),
    peopleById(idsOf(true)),
    filesOf(values as Record<string, unknown>),
    notesOf(dossier, [
      {
        key: id,
        citations: citationsIn(values),
        fields: filled(values, fields),
        // The page of a version has no title of the view's own for the marks of the whole record.
        spread: true,
      },
    ]),
  ]);
  const around = {
    people: new Map(
      people.map((one): [string, Linked] => [
        one.id,
        { href: pathTo(setting, { kind: "person", slug: one.slug }), title: one.name },
      ]),
    ),
    joined: new Map<string, Linked[]>(),
  };
  const linked = (of: KindKey) =>
    referred
      .filter((one) => one.kind === of)
      .map((one) => ({ id: one.id, href: pathTo(setting, one), title: one.title }));
  return (
    <>
      <Whole
        record={{ id, kind, slug, values }}
        setting={setting}
        notes={notes}
        linked={linked}
        around={around}
        files={files}
      />
      <Footnotes notes={notes} setting={setting} />
    </>
  );
}

function citationsIn(values: PublishedRecord["values"]): NonNullable<Citing["citations"]> {
  return "citations" in values ? (values.citations as NonNullable<Citing["citations"]>) : [];
}
