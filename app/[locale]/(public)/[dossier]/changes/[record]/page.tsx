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
import { openRecordOf, pageOfVersions, type VersionsProps } from "./open-versions";

/** What the page of a record's versions says of itself. */
export async function generateMetadata(props: VersionsProps) {
  const [{ locale, record, asked, path }, t] = await Promise.all([
    openRecordOf(props),
    getTranslations("changeLog"),
  ]);
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
  const { locale, dossier, record, asked, path } = opened;
  const { setting } = dossier;
  const href = localPath(locale, path);
  const way = [
    ...dossier.trail,
    { name: t("title"), href: localPath(locale, path.slice(0, path.lastIndexOf("/"))) },
    { name: record.title, href },
  ];
  const name = asked !== null && t("version", { version: asked });
  return (
    <Frame locale={locale} trail={name ? [...way, { name, href: `${href}?version=${asked}` }] : way}>
      <DossierHead setting={setting} />
      {asked === null ? (
        <>
          <h1 className="mt-10 max-w-4xl text-title">{t("versions", { title: record.title })}</h1>
          <p className="mt-2 mb-8">
            <a href={pathTo(setting, record)}>{t("now")}</a>
          </p>
          <AllVersions opened={opened} upTo={upTo} href={href} />
        </>
      ) : (
        <OneVersion opened={opened} version={asked} />
      )}
    </Frame>
  );
}

type Opened = Awaited<ReturnType<typeof openRecordOf>>;

async function AllVersions({ opened, upTo, href }: { opened: Opened; upTo: unknown; href: string }) {
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
