import { getTranslations } from "next-intl/server";
import { Differences } from "@/components/public/changes/differences";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { Day } from "@/components/public/frame/date-text";
import { MarginSection } from "@/components/public/frame/margin-section";
import { pathTo } from "@/components/public/frame/setting";
import { Frame } from "../../../frame";
import { wordingFor } from "./compared-versions";
import { oneVersion, type OpenRecord, trailToVersions } from "./open-versions";
import { VersionView } from "./version-view";

interface Props {
  opened: OpenRecord;
  version: number;
}

/** A published version of a record as readers saw it: when it was shown, what has changed since, and how it is cited. */
export async function OneVersion({ opened, version }: Props) {
  const { locale, dossier, record } = opened;
  const { setting } = dossier;
  const [{ then, now, next }, t, kinds] = await Promise.all([
    oneVersion(record.id, version),
    getTranslations("changeLog"),
    getTranslations("changes.kinds"),
  ]);
  const isCurrent = then.version === now.version;
  const wording = isCurrent
    ? null
    : await wordingFor({ kind: record.kind, locale, sides: setting }, [then, now]);
  const lines = wording?.differences(then, now) ?? [];
  const link = (words: React.ReactNode) => <a href={pathTo(setting, record)}>{words}</a>;
  const shown = { from: () => <Day instant={then.at} />, to: () => <Day instant={next?.at ?? then.at} /> };
  const way = trailToVersions(opened, t("title"));
  const href = `${way.at(-1)!.href}?version=${version}`;
  return (
    <Frame
      locale={locale}
      trail={[...way, { name: t("version", { version }), href }]}
      changed={then.at}
      cited={{
        title: then.title,
        version,
      }}
    >
      <DossierHead setting={setting} />
      <p className="eyebrow mt-10">
        {kinds(record.kind)} · {t("version", { version })},{" "}
        {t.rich(next ? "shownFromTo" : "shownSince", shown)}
      </p>
      <h1 className="mt-1 max-w-4xl text-title">{then.title}</h1>
      <p className="mt-3 mb-10 max-w-measure border-l-2 border-ink py-1 pl-4">
        {t.rich(isCurrent ? "isCurrent" : "isEarlier", { link })}
      </p>
      {!isCurrent && (
        <MarginSection id="since" heading={t("since")} className="mb-12">
          {lines.length > 0 ? <Differences lines={lines} /> : <p className="text-muted">{t("same")}</p>}
        </MarginSection>
      )}
      <section aria-labelledby="standing" className="border-t border-ink pt-4">
        <h2 id="standing" className="text-section">
          {t("standing")}
        </h2>
        <p className="label mb-6">{t.rich("standingAlone", { link })}</p>
        <VersionView dossier={dossier} record={record} version={then} />
      </section>
    </Frame>
  );
}
