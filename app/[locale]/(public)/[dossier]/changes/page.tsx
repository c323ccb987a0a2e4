import { getTranslations } from "next-intl/server";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { pairName } from "@/components/public/frame/setting";
import { changesPathOf } from "@/lib/record-paths";
import { localPath } from "@/lib/routes";
import { readLog } from "../../change-log";
import { ChangeLogBody } from "../../change-log-body";
import { Frame } from "../../frame";
import { openDossier } from "../../open-dossier";
import { pageMetadata } from "../../page-metadata";
import type { Props } from "../../props";

async function open({ params }: Props<"dossier">) {
  const { locale, dossier: slug } = await params;
  const [dossier, t] = await Promise.all([
    openDossier(locale, slug, "changes"),
    getTranslations("changeLog"),
  ]);
  const { setting } = dossier;
  const title = t("titleOf", { pair: pairName(setting) });
  return { locale, dossier, setting, t, title, path: changesPathOf(setting.slug) };
}

/** What the page of a dossier's changes says of itself. */
export async function generateMetadata(props: Props<"dossier">) {
  const { locale, setting, t, title, path } = await open(props);
  const feed = `/${setting.slug}/feed.atom`;
  return pageMetadata({ locale, title, description: t("description"), path, feed, unlisted: true });
}

/** What was added, changed and withdrawn in one dossier. */
export default async function DossierChangesPage(props: Props<"dossier">) {
  const [{ locale, dossier, setting, t, path }, query] = await Promise.all([open(props), props.searchParams]);
  const log = await readLog(dossier.record.id, query);
  const href = localPath(locale, path);
  return (
    <Frame
      locale={locale}
      trail={[...dossier.trail, { name: t("title"), href }]}
      changed={log.changes[0]?.at}
      cited={{ title: t("title") }}
    >
      <DossierHead setting={setting} />
      <h1 className="mt-10 text-title">{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure text-muted">{t("lead")}</p>
      <ChangeLogBody log={log} path={href} ofSite={false} />
    </Frame>
  );
}
