import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PackedForm } from "@/components/desk/form/packed-form";
import { requireVisitor } from "@/lib/auth/session";
import { abilityToAdd } from "@/lib/desk/limits";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindAtPath, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { ChooseDossier } from "../../parts/choose-dossier";
import { begunBy } from "../../parts/begun-by";
import { dossierAsked } from "../../parts/dossier-asked";
import { formProps } from "../../parts/form-props";
import { withFirstCitation } from "../../parts/first-citation";
import { TemplateChoice } from "../../parts/template-parts";
import { ListCrumbs } from "../../parts/list-crumbs";

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
  const actor = await requireVisitor(abilityToAdd(kind));
  const [t, tKinds, asked] = await Promise.all([
    getTranslations("desk.new"),
    getTranslations("kinds"),
    props.searchParams,
  ]);
  const definition = kindOf(kind);
  const empty = withFirstCitation(kind, typedFrom(definition.fields, {}));
  const begun = await begunBy(actor, kind, empty, asked);
  const wanted = begun.from?.dossier?.id ?? begun.template?.dossierId ?? asked.dossier;
  const { dossier, among } = await dossierAsked(actor, kind, typeof wanted === "string" ? wanted : null);
  const one = tKinds(`${kind}.one`);
  return (
    <div className="record-columns">
      <header className="record-top record-head" data-dossier={dossier?.id}>
        <ListCrumbs actor={actor} kind={kind} dossier={dossier} />
        <h1>{t("title", { one })}</h1>
        {begun.from && <p className="record-who">{t(begun.how, { title: begun.from.title })}</p>}
        {(!definition.inDossier || dossier) && !begun.from && (
          <TemplateChoice actor={actor} kind={kind} dossierId={dossier?.id ?? null} begun={begun.template} />
        )}
      </header>
      {definition.inDossier && !dossier ? (
        <div className="record-middle">
          <ChooseDossier
            actor={actor}
            among={among}
            find={typeof asked.find === "string" ? asked.find : ""}
          />
        </div>
      ) : (
        <PackedForm
          // A form for the record after is another form, even where the page stays.
          key={begun.from ? `${begun.how} ${begun.from.id}` : begun.template?.id}
          {...await formProps(actor, {
            kind,
            dossier,
            typed: begun.typed,
            standing: null,
          })}
          focusOn={begun.focusOn}
        />
      )}
    </div>
  );
}
