import { getTranslations } from "next-intl/server";
import { Differences } from "@/components/public/changes/differences";
import { Day } from "@/components/public/frame/date-text";
import { Facts } from "@/components/public/frame/facts";
import { MarginSection } from "@/components/public/frame/margin-section";
import { pathTo } from "@/components/public/frame/setting";
import { wordingFor } from "./compared-versions";
import { oneVersion, type openRecordOf } from "./open-versions";

interface Props {
  opened: Awaited<ReturnType<typeof openRecordOf>>;
  version: number;
}

/** A published version of a record as it stood: when it was shown, what it said, and what has changed since. */
export async function OneVersion({ opened, version }: Props) {
  const { locale, dossier, record } = opened;
  const { setting } = dossier;
  const [{ then, now, next }, t] = await Promise.all([
    oneVersion(record.id, version),
    getTranslations("changeLog"),
  ]);
  const wording = await wordingFor({ kind: record.kind, locale, sides: setting }, [then, now]);
  const isCurrent = then.version === now.version;
  const lines = isCurrent ? [] : wording.differences(then, now);
  const link = (words: React.ReactNode) => <a href={pathTo(setting, record)}>{words}</a>;
  const shown = { from: () => <Day instant={then.at} />, to: () => <Day instant={next?.at ?? then.at} /> };
  return (
    <>
      <p className="eyebrow mt-10">
        {t("version", { version })}, {t.rich(next ? "shownFromTo" : "shownSince", shown)}
      </p>
      <h1 className="mt-1 max-w-4xl text-title">{then.title}</h1>
      <p className="mt-3 mb-10 max-w-measure border-l-2 border-ink py-1 pl-4">
        {isCurrent ? t("isCurrent") : t.rich("isEarlier", { link })}
      </p>
      <div className="grid gap-12">
        {!isCurrent && (
          <MarginSection id="since" heading={t("since")}>
            {lines.length > 0 ? <Differences lines={lines} /> : <p className="text-muted">{t("same")}</p>}
          </MarginSection>
        )}
        <MarginSection id="standing" heading={t("standing")}>
          <Facts
            facts={wording.whole(then).map(({ key, label, lines: said }) => ({
              term: label,
              is: said.map((line, index) => <span key={`${key} ${index}`}>{line}</span>),
            }))}
          />
        </MarginSection>
      </div>
    </>
  );
}
