import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { labelAt } from "@/components/desk/form/form-paths";
import { type AnyViewed, RecordView } from "@/components/public/frame/record-view";
import { shownFiles } from "@/components/public/files/shown-files";
import { requireVisitor } from "@/lib/auth/session";
import { subjectsAtDesk } from "@/lib/desk/settings/subjects";
import { previewOf } from "@/lib/desk/read/preview";
import { typedFrom } from "@/lib/domain/fields/set";
import { filesIn } from "@/lib/domain/kinds/attachments";
import { kindAtPath, type KindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";
import type { PublishedRecord } from "@/lib/domain/published";
import { checkRecord } from "@/lib/domain/record";
import { contextOf, sidesIn } from "@/lib/domain/sides";
import { factsOfFiles } from "@/lib/published/files";
import { shownProblems } from "../../../wording/answers";
import { specWords } from "../../../wording/spec-words";

interface Props {
  params: Promise<{ list: string; id: string }>;
}

async function open({ params }: Props) {
  const { list, id } = await params;
  const kind = kindAtPath(list);
  if (!kind) notFound();
  const actor = await requireVisitor("read");
  const preview = await previewOf(actor, kind, id);
  if (!preview) notFound();
  return { ...preview, kind, actor };
}

/** What a draft's preview is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { record } = await open(props);
  return { title: `${(await getTranslations("desk.form"))("preview")}: ${record.title}` };
}

/** A draft as readers would see it, drawn by their own pages' view, with what still keeps it from them. */
export default async function PreviewPage(props: Props) {
  const { actor, kind, record, sources, dossier, refersTo, referrers } = await open(props);
  const [t, tKinds] = await Promise.all([getTranslations("desk.preview"), getTranslations("kinds")]);
  const sides = dossier?.sides ?? (kind === "dossier" ? sidesIn(record.values) : null);
  const missing = checkRecord(kindOf(kind), record.values, contextOf(sides), "publish");
  const problems = await shownProblems(missing);
  const spec = buildFormSpec(kind, sides, await specWords());
  const people = refersTo.filter(({ kind: of }) => of === "person");
  const around = {
    people: new Map(
      people.map(({ id, title }) => [id, { href: `/admin/${kindOf("person").path}/${id}/preview`, title }]),
    ),
    // Which other visits are part of the same, readers' pages alone look up.
    joined: new Map(),
  };
  const linked = (of: KindKey) =>
    [...refersTo, ...referrers]
      .filter((one) => one.kind === of)
      .map(({ id, title }) => ({
        href: `/admin/${kindOf(of).path}/${id}/preview`,
        title: title || tKinds(`${of}.one`),
        kind: tKinds(`${of}.one`),
        relations: relationsIn(record, id),
      }));
  return (
    <>
      <div className="notice notice-warn">
        <p>
          {t("banner")} <a href={`/admin/${kindOf(kind).path}/${record.id}`}>{t("back")}</a>
        </p>
        {problems.length > 0 && (
          <>
            <p>{t("notYet")}</p>
            <ul>
              {problems.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  {labelAt(spec.fields, path, typedFrom(kindOf(kind).fields, record.values))}: {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="reader preview">
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
          files={shownFiles(
            record.values,
            await factsOfFiles(filesIn(record.values)),
            (id) => `/admin/files/${id}`,
          )}
        />
      </div>
    </>
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
