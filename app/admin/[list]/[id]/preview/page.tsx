import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { labelAt } from "@/components/desk/form/form-paths";
import { requireVisitor } from "@/lib/auth/session";
import { previewOf } from "@/lib/desk/read/preview";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindAtPath, kindOf } from "@/lib/domain/kinds/registry";
import { checkRecord } from "@/lib/domain/record";
import { contextOf, sidesIn } from "@/lib/domain/sides";
import { DraftView } from "../../../parts/draft-view";
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
  return { preview, kind, actor };
}

/** What a draft's preview is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { preview } = await open(props);
  return { title: `${(await getTranslations("desk.form"))("preview")}: ${preview.record.title}` };
}

/** A draft as readers would see it, drawn by their own pages' view, with what still keeps it from them. */
export default async function PreviewPage(props: Props) {
  const { actor, kind, preview } = await open(props);
  const { record, dossier } = preview;
  const t = await getTranslations("desk.preview");
  const sides = dossier?.sides ?? (kind === "dossier" ? sidesIn(record.values) : null);
  const missing = checkRecord(kindOf(kind), record.values, contextOf(sides), "publish");
  const problems = await shownProblems(missing);
  const spec = buildFormSpec(kind, sides, await specWords());
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
        <DraftView actor={actor} preview={preview} />
      </div>
    </>
  );
}
