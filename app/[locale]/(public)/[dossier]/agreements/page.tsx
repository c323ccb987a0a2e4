import { getTranslations } from "next-intl/server";
import { groupAgreements, readGrouping } from "@/components/public/agreements/agreement-groups";
import { AgreementList } from "@/components/public/agreements/agreement-list";
import { MarginSection } from "@/components/public/frame/margin-section";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { notesFor } from "@/components/public/notes/notes";
import { partPath } from "@/components/public/frame/setting";
import { recordsOf } from "@/lib/published/records";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";

/** What the page of a dossier's agreements says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, title, description } = await openPart(props, "agreements");
  const { slug } = dossier.setting;
  return pageMetadata({
    locale,
    title,
    description,
    path: `/${slug}/agreements`,
    feed: `/${slug}/feed.atom`,
  });
}

/** A dossier's agreements, by subject or by whether they are in force. */
export default async function AgreementsPage(props: Props<"dossier">) {
  const { dossier, t, a, b, title, description } = await openPart(props, "agreements");
  const word = await getTranslations("choices");
  const { setting, record, sources } = dossier;
  const agreements = await recordsOf(record.id, "agreement");
  const by = readGrouping((await props.searchParams).by);
  const groups = groupAgreements(agreements, by);
  const notes = notesFor(
    sources,
    groups.flatMap((group) =>
      group.agreements.map(({ id, values }) => ({ key: id, citations: values.citations })),
    ),
  );
  const groupings = [
    { key: "subject", href: partPath(setting, "agreements"), name: t("bySubject") },
    { key: "status", href: `${partPath(setting, "agreements")}?by=status`, name: t("byStatus") },
  ];
  return (
    <PartPage
      dossier={dossier}
      part="agreements"
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={notes}
      described={[
        listDatasetLd(described(dossier, notes), {
          path: "agreements",
          name: title,
          description,
          updatedAt: setting.checkedAt,
        }),
      ]}
      lists={["agreements"]}
    >
      {agreements.length === 0 ? (
        <NotRecorded setting={setting}>{t("none", { a, b })}</NotRecorded>
      ) : (
        <>
          <nav aria-label={t("grouping")} className="screen-only mb-6">
            <ul className="ways flex gap-x-7">
              {groupings.map(({ key, href, name }) => (
                <li key={key}>
                  <a href={href} aria-current={key === by ? "true" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="grid gap-12">
            {groups.map(({ choice, agreements: ofGroup }) => (
              <MarginSection
                key={choice}
                id={`group-${choice}`}
                heading={by === "subject" ? word(choice) : t(`status.${choice}`)}
              >
                <AgreementList agreements={ofGroup as typeof agreements} setting={setting} notes={notes} />
              </MarginSection>
            ))}
          </div>
        </>
      )}
    </PartPage>
  );
}
