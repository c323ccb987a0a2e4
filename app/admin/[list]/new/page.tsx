import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RecordForm } from "@/components/desk/form/record-form";
import { requireVisitor } from "@/lib/auth/session";
import { dossierChoices } from "@/lib/desk/read/choices";
import { type OpenEntry, openEntry } from "@/lib/desk/read/open";
import { yearsReported } from "@/lib/desk/read/trade-years";
import type { Typed } from "@/lib/domain/fields/field";
import type { Actor } from "@/lib/auth/actor";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindAtPath, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { ChooseDossier } from "../../parts/choose-dossier";
import { formProps } from "../../parts/form-props";
import { nextYear } from "../../parts/next-year";
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
  const last =
    kind === "tradeYear" && typeof asked.after === "string"
      ? await openEntry(actor, kind, asked.after)
      : null;
  const dossiers = definition.inDossier ? await dossierChoices(actor) : [];
  const wanted = last?.dossier?.id ?? asked.dossier;
  const dossier = dossiers.length === 1 ? dossiers[0] : dossiers.find(({ id }) => id === wanted);
  const one = tKinds(`${kind}.one`);
  return (
    <div className="record-columns">
      <div className="record-middle">
        <header className="record-head">
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
          <ChooseDossier dossiers={dossiers} />
        ) : (
          <RecordForm
            // A form for the year after is another form, even where the page stays.
            key={last?.id}
            {...await formProps(actor, {
              kind,
              dossier: dossier ?? null,
              typed: last ? await yearAfter(actor, empty, last) : empty,
              standing: null,
            })}
            // All that is not carried over begins with the figures.
            focusOn={last ? "exportsA" : undefined}
          />
        )}
      </div>
    </div>
  );
}

/** The form for the next year that the same reporter does not have yet. */
async function yearAfter(actor: Actor, empty: Typed, { typed, dossier }: OpenEntry): Promise<Typed> {
  const { reporter } = typed;
  const isTold = dossier && typeof reporter === "string";
  return nextYear(empty, typed, isTold ? await yearsReported(actor, dossier.id, reporter) : new Set());
}
