import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Cite } from "@/components/public/sources/cite";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { RecordHeading } from "@/components/public/frame/record-heading";
import { Footnotes } from "@/components/public/notes/footnotes";
import type { Notes } from "@/components/public/notes/notes";
import { partPath } from "@/components/public/frame/setting";
import type { PublishedRecord } from "@/lib/domain/published";
import type { Description } from "@/lib/exchange/json-ld";
import { ReportLink } from "@/components/public/report/report-link";
import { UnderReview } from "@/components/public/report/under-review";
import { versionPathOf } from "@/lib/record-paths";
import { Frame } from "../frame";
import { type Dated, RecordDates } from "../record-dates";
import { VersionsLink } from "@/components/public/changes/versions-link";
import { type OpenDossier, trailTo } from "../open-dossier";
import { AsStoodHead, citedAt } from "../stood";

interface Props {
  dossier: OpenDossier;
  part: string;
  /** Of what kind the record is, set over its title. */
  eyebrow: ReactNode;
  title: string;
  /** A short title, which heads the page and its way. */
  short?: string | undefined;
  /** BCP 47, where the title is in another language than the page. */
  lang?: string | undefined;
  /** The address of the page. */
  href: string;
  notes: Notes<PublishedRecord<"source">>;
  /** The key of the notes that stand beside the title; none where the view sets them itself. */
  cites?: string;
  /** With its id where the page is of one record alone. */
  record: Dated & { id?: string; underReviewSince: string | null };
  described?: readonly Description[];
  children: ReactNode;
}

/** The page of one record: what it is, the record itself, its sources, and since when it is published. */
export function RecordPage(props: Props) {
  const { dossier, part, eyebrow, title, short, lang, href, notes, cites, record, described, children } =
    props;
  const word = useTranslations("dossier");
  const { setting, stood } = dossier;
  const partName = word(`parts.${part}`);
  return (
    <Frame
      locale={setting.locale}
      trail={trailTo(dossier, part, partName, { name: short ?? title, href })}
      described={stood ? [] : described}
      changed={record.updatedAt}
      cited={
        record.version === undefined
          ? // A page of several records has no versions.
            citedAt(dossier, notes, { title, changed: record.updatedAt })
          : {
              title,
              version: record.version,
              ...(record.id !== undefined && {
                lasting: versionPathOf(setting.slug, record.id, record.version),
              }),
            }
      }
    >
      <DossierHead setting={setting} part={part} />
      <article className="mt-10">
        <p className="eyebrow">{eyebrow}</p>
        <RecordHeading
          title={title}
          short={short}
          lang={lang}
          marks={cites && <Cite notes={notes} of={cites} />}
        />
        <AsStoodHead dossier={dossier} today={href.split("?", 1)[0]!} />
        <UnderReview since={record.underReviewSince} />
        {!stood?.nothing && <div className="mt-8">{children}</div>}
      </article>
      <Footnotes notes={notes} setting={setting} />
      <p className="mt-10 flex flex-wrap gap-x-8 font-sans text-label text-muted">
        {!stood && (
          <span>
            <RecordDates of={record} />
          </span>
        )}
        <a className="screen-only" href={partPath(setting, part)}>
          {word(`all.${part}`, { count: 0 })}
        </a>
        <VersionsLink setting={setting} record={record} />
        {record.id !== undefined && <ReportLink id={record.id} locale={setting.locale} />}
      </p>
    </Frame>
  );
}
