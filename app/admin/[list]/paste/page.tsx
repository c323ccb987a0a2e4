import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PastePage } from "@/components/desk/paste/paste-page";
import { may } from "@/lib/auth/actor";
import { currentSession, requireVisitor } from "@/lib/auth/session";
import { abilityToAdd } from "@/lib/desk/limits";
import { kindAtPath, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { pasteTable } from "../../actions/paste-table";
import { ChooseDossier } from "../../parts/choose-dossier";
import { dossierAsked } from "../../parts/dossier-asked";
import { pasteFields } from "../../wording/paste-fields";
import { signInWords } from "../../wording/sign-in-words";
import { rawWords, specWords } from "../../wording/spec-words";
import { ListCrumbs } from "../../parts/list-crumbs";

interface Props {
  params: Promise<{ list: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function kindAsked({ params }: Props): Promise<KindKey> {
  return kindAtPath((await params).list) ?? notFound();
}

async function titleOf(kind: KindKey): Promise<string> {
  const [t, tKinds] = await Promise.all([getTranslations("desk.paste"), getTranslations("kinds")]);
  return t("title", { many: tKinds(`${kind}.many`) });
}

/** What the page is called on which a table of a kind's records is pasted. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf(await kindAsked(props)) };
}

/** A table of records is pasted here, checked cell by cell, and saved or published at once. */
export default async function PasteTablePage(props: Props) {
  const kind = await kindAsked(props);
  const actor = await requireVisitor(abilityToAdd(kind));
  const [t, asked, session] = await Promise.all([
    getTranslations("desk.paste"),
    props.searchParams,
    currentSession(),
  ]);
  const definition = kindOf(kind);
  const wanted = typeof asked.dossier === "string" ? asked.dossier : null;
  const { dossier, among } = await dossierAsked(actor, kind, wanted);
  const [words, form, paste, states] = await Promise.all([
    specWords(),
    rawWords("desk.form"),
    rawWords("desk.paste"),
    rawWords("desk.states"),
  ]);
  const newSource = Object.fromEntries(
    ["title", "publisher", "address"].map((key) => [key, words.say(`kinds.source.fields.${key}.label`)]),
  );
  return (
    <>
      <header className="record-head">
        <ListCrumbs actor={actor} kind={kind} dossier={dossier} />
        <h1>{await titleOf(kind)}</h1>
        <p className="record-who">{t("lead")}</p>
      </header>
      {definition.inDossier && !dossier ? (
        <ChooseDossier actor={actor} among={among} find={typeof asked.find === "string" ? asked.find : ""} />
      ) : (
        <PastePage
          kind={kind}
          dossierId={dossier?.id ?? null}
          isCited={definition.cited}
          canPublish={may(actor, "publish")}
          fields={pasteFields(kind, dossier?.sides ?? null, words)}
          words={{ ...form, paste: { ...paste, states, newSource } }}
          paste={pasteTable}
          signIn={{ words: await signInWords(), email: session?.user.email ?? "" }}
        />
      )}
    </>
  );
}
