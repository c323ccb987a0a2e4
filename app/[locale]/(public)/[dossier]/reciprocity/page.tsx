import { getTranslations } from "next-intl/server";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { MarginSection } from "@/components/public/frame/margin-section";
import { Missing } from "@/components/public/frame/facts";
import { pairName } from "@/components/public/frame/setting";
import { LastMeetings } from "@/components/public/reciprocity/last-meetings";
import { MissionCounts } from "@/components/public/reciprocity/mission-counts";
import { VisitFigure } from "@/components/public/reciprocity/visit-figure";
import { VisitCounts } from "@/components/public/reciprocity/visit-counts";
import { notKeptTag } from "@/lib/domain/cache-tags";
import { missionTypes } from "@/lib/domain/kinds/mission";
import { ranks } from "@/lib/domain/ranks";
import { reciprocityOf } from "@/lib/domain/reciprocity";
import { todaysDay } from "@/lib/domain/today";
import { noteTags, wholeRecord } from "@/lib/published/note-tags";
import { reciprocityTallies } from "@/lib/published/reciprocity-tallies";
import { localPath, reciprocityPathOf } from "@/lib/routes";
import { Frame } from "../../frame";
import { openDossier } from "../../open-dossier";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";

async function open({ params }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const [dossier, t] = await Promise.all([
    openDossier(locale, slug, "reciprocity"),
    getTranslations("reciprocity"),
  ]);
  const { setting } = dossier;
  return { locale, dossier, setting, t, title: t("title", { pair: pairName(setting) }) };
}

/** What the page of a dossier's reciprocity says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, setting, t, title } = await open(props);
  const path = reciprocityPathOf(setting.slug);
  return pageMetadata({ locale, title, description: t("description"), path });
}

/** Visits each way by rank and decade, missions of each side, and the time since the last visit of each rank: figures alone. */
export default async function ReciprocityPage(props: Props<"dossier">) {
  const { locale, dossier, setting, t } = await open(props);
  // It counts the time up to today: kept, it would go on counting to the day on which it was made.
  noteTags(notKeptTag, ...wholeRecord(dossier.record.id));
  const tallies = await reciprocityTallies(dossier.record.id, setting);
  const found = reciprocityOf(tallies.visits, tallies.missions, { ranks, types: missionTypes });
  const href = localPath(locale, reciprocityPathOf(setting.slug));
  const none = (
    <p>
      <Missing>{t("none")}</Missing>
    </p>
  );
  return (
    <Frame
      locale={locale}
      trail={[...dossier.trail, { name: t("heading"), href }]}
      cited={{ title: t("heading") }}
    >
      <DossierHead setting={setting} />
      <h1 className="mt-10 text-title">{t("link")}</h1>
      <p className="mt-2 mb-10 max-w-measure text-muted">{t("lead")}</p>
      <div className="grid gap-12">
        <MarginSection id="visits" heading={t("visits")}>
          {found.visits.length === 0 ? (
            none
          ) : (
            <>
              <VisitFigure found={found} setting={setting} />
              <VisitCounts found={found} setting={setting} />
            </>
          )}
        </MarginSection>
        {found.visits.length > 0 && (
          <MarginSection id="last" heading={t("last")}>
            <LastMeetings found={found} setting={setting} today={todaysDay()} />
          </MarginSection>
        )}
        <MarginSection id="missions" heading={t("missions")}>
          {found.missions.length === 0 ? none : <MissionCounts found={found} setting={setting} />}
        </MarginSection>
      </div>
    </Frame>
  );
}
