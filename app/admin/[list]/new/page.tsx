import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RecordForm } from "@/components/desk/form/record-form";
import { requireVisitor } from "@/lib/auth/session";
import { openEntry } from "@/lib/desk/read/open";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindAtPath, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { serverPanelOf } from "../../panels/panels";
import { ChooseDossier } from "../../parts/choose-dossier";
import { dossierAsked } from "../../parts/dossier-asked";
import { formProps } from "../../parts/form-props";
import { withFirstCitation } from "../../parts/first-citation";

interface Props {
  params: Promise<{ list: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function kindAsked({ params }: Props): Promise<KindKey> {
  return kindAtPath((await params).list) ?? notFound();
}

/** What the form for a new record is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const [kind, t, tKinds] = await Promise.all([
    kindAsked(props),
    getTranslations("desk.new"),
    getTranslations("kinds"),
  ]);
  return { title: t("title", { one: tKinds(`${kind}.one`) }) };
}

/** An empty form. Nothing is made before it is saved. */
export default async function NewRecordPage(props: Props) {
  const kind = await kindAsked(props);
  const actor = await requireVisitor("write");
  const [t, tKinds, asked] = await Promise.all([
    getTranslations("desk.new"),
    getTranslations("kinds"),
    props.searchParams,
  ]);
  const definition = kindOf(kind);
  const empty = withFirstCitation(kind, typedFrom(definition.fields, {}));
  const { following } = serverPanelOf(kind);
  const last =
    following && typeof asked.after === "string" ? await openEntry(actor, kind, asked.after) : null;
  const begun = last && following ? await following(actor, empty, last) : { typed: empty };
  const wanted = last?.dossier?.id ?? asked.dossier;
  const { dossier, among } = await dossierAsked(actor, kind, typeof wanted === "string" ? wanted : null);
  const one = tKinds(`${kind}.one`);
  return (
    <div className="record-columns">
      <div className="record-middle">
        <header className="record-head" data-dossier={dossier?.id}>
          <p className="record-crumbs">
            <a href={`/admin/${definition.path}`}>{tKinds(`${kind}.many`)}</a>
            {dossier && (
              <>
                <span aria-hidden="true"> · </span>
                <a href={`/admin/dossiers/${dossier.id}`}>{dossier.title}</a>
              </>
            )}
          </p>
          <h1>{t("title", { one })}</h1>
          {last && <p className="record-who">{t("copied", { title: last.title })}</p>}
        </header>
        {definition.inDossier && !dossier ? (
          <ChooseDossier
            actor={actor}
            among={among}
            find={typeof asked.find === "string" ? asked.find : ""}
          />
        ) : (
          <RecordForm
            // A form for the record after is another form, even where the page stays.
            key={last?.id}
            {...await formProps(actor, {
              kind,
              dossier,
              typed: begun.typed,
              standing: null,
            })}
            focusOn={"focusOn" in begun ? begun.focusOn : Object.keys(definition.fields)[0]}
          />
        )}
      </div>
    </div>
  );
}
