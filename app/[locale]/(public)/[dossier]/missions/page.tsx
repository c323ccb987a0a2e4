import { MarginSection } from "@/components/public/frame/margin-section";
import { MissionList } from "@/components/public/missions/mission-list";
import { NotRecorded } from "@/components/public/frame/not-recorded";
import { notesFor } from "@/components/public/notes/notes";
import { SideSign } from "@/components/public/frame/side";
import { recordsOf } from "@/lib/published/records";
import { listDatasetLd } from "@/lib/exchange/json-ld";
import { described } from "../../open-dossier";
import { openPart } from "../../open-part";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";
import { PartPage } from "../part-page";

/** What the page of a dossier's missions says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, dossier, title, description } = await openPart(props, "missions");
  const { slug } = dossier.setting;
  return pageMetadata({ locale, title, description, path: `/${slug}/missions`, feed: `/${slug}/feed.atom` });
}

/** A dossier's missions: those of each country in the other. */
export default async function MissionsPage(props: Props<"dossier">) {
  const { dossier, t, a, b, title, description } = await openPart(props, "missions");
  const { setting, record, sources } = dossier;
  const missions = await recordsOf(record.id, "mission");
  const sides = [
    { side: "a", code: setting.parties[0], sending: a, receiving: b },
    { side: "b", code: setting.parties[1], sending: b, receiving: a },
  ] as const;
  const notes = notesFor(
    sources,
    sides.flatMap(({ code }) =>
      missions
        .filter(({ values }) => values.sending === code)
        .map(({ id, values }) => ({ key: id, citations: values.citations })),
    ),
  );
  return (
    <PartPage
      dossier={dossier}
      part="missions"
      name={t("heading")}
      heading={t("heading")}
      lead={t("lead")}
      notes={notes}
      described={[
        listDatasetLd(described(dossier, notes), {
          path: "missions",
          name: title,
          description,
          updatedAt: setting.checkedAt,
        }),
      ]}
      lists={["missions"]}
    >
      <div className="grid gap-12">
        {sides.map(({ side, code, sending, receiving }) => {
          const own = missions.filter(({ values }) => values.sending === code);
          return (
            <MarginSection
              key={code}
              id={`of-${side}`}
              heading={
                <>
                  <SideSign side={side} />
                  {t("sideHeading", { sending, receiving })}
                </>
              }
            >
              {own.length === 0 ? (
                <NotRecorded setting={setting}>{t("none", { sending, receiving })}</NotRecorded>
              ) : (
                <MissionList missions={own} setting={setting} notes={notes} />
              )}
            </MarginSection>
          );
        })}
      </div>
    </PartPage>
  );
}
