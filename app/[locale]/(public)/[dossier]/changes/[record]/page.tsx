import { getTranslations } from "next-intl/server";
import { Differences } from "@/components/public/changes/differences";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { Day } from "@/components/public/frame/date-text";
import { MarginSection } from "@/components/public/frame/margin-section";
import { pathTo } from "@/components/public/frame/setting";
import { localPath } from "@/lib/routes";
import { Frame } from "../../../frame";
import { pageMetadata } from "../../../page-metadata";
import { wordingFor } from "./compared-versions";
import { OneVersion } from "./one-version";
import {
  type OpenRecord,
  openRecordOf,
  pageOfVersions,
  trailToVersions,
  type VersionsProps,
} from "./open-versions";
import { WithdrawnVersion } from "./withdrawn-version";

/** What the page of a record's versions says of itself. */
export async function generateMetadata(props: VersionsProps) {
  const [opened, t] = await Promise.all([openRecordOf(props), getTranslations("changeLog")]);
  const { locale, path } = opened;
  if (opened.is === "withdrawn")
    return pageMetadata({ locale, title: t("gone"), description: t("gone"), path, unlisted: true });
  const { record, asked } = opened;
  const { title } = record;
  return pageMetadata({
    locale,
    title: asked === null ? t("versions", { title }) : t("wholeTitle", { title, version: asked }),
    description: t("versionsDescription", { title }),
    path,
    unlisted: true,
  });
}

/** The published versions of a record, each with what it changed; or one of them as it stood (`?version=`). */
export default async function VersionsPage(props: VersionsProps) {
  const [opened, t, { upTo }] = await Promise.all([
    openRecordOf(props),
    getTranslations("changeLog"),
    props.searchParams,
  ]);
  if (opened.is === "withdrawn") return <WithdrawnVersion opened={opened} />;
  const { locale, dossier, record, asked, path } = opened;
  if (asked !== null) return <OneVersion opened={opened} version={asked} />;
  const { setting } = dossier;
  const href = localPath(locale, path);
  return (
    <Frame locale={locale} trail={trailToVersions(opened, t("title"))}>
      <DossierHead setting={setting} />
      <h1 className="mt-10 max-w-4xl text-title">{t("versions", { title: record.title })}</h1>
      <p className="mt-2 mb-8">
        <a href={pathTo(setting, record)}>{t("now")}</a>
      </p>
      <AllVersions opened={opened} upTo={upTo} href={href} />
    </Frame>
  );
}

async function AllVersions({ opened, upTo, href }: { opened: OpenRecord; upTo: unknown; href: string }) {
  const { locale, dossier, record } = opened;
  const [{ shown, before, all }, t] = await Promise.all([
    pageOfVersions(record.id, upTo),
    getTranslations("changeLog"),
  ]);
  const sides = dossier.setting;
  const wording = await wordingFor({ kind: record.kind, locale, sides }, all);
  return (
    <div className="grid gap-12">
      {shown.map((one, index) => {
        const earlier = all[index + 1];
        const lines = earlier ? wording.differences(earlier, one) : [];
        return (
          <MarginSection
            key={one.version}
            id={`version-${one.version}`}
            heading={t("version", { version: one.version })}
            beside={
              <p className="label">
                <Day instant={one.at} />
                <a className="block" href={`${href}?version=${one.version}`} rel="nofollow">
                  {t("whole")}
                </a>
              </p>
            }
          >
            {one.changeNote !== null && <p className="mb-3 max-w-measure">{one.changeNote}</p>}
            {lines.length > 0 ? (
              <Differences lines={lines} />
            ) : (
              <p className="text-muted">{earlier ? t("same") : t("first")}</p>
            )}
          </MarginSection>
        );
      })}
      {before && (
        <p className="screen-only font-sans text-label">
          <a href={`${href}?upTo=${before.version}`} rel="next nofollow">
            {t("earlier")}
          </a>
        </p>
      )}
    </div>
  );
}
