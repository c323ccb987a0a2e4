import type { ReactNode } from "react";
import { DataLinks } from "@/components/public/frame/data-links";
import { partPath } from "@/components/public/frame/setting";
import { DossierHead } from "@/components/public/dossier/dossier-head";
import { Footnotes } from "@/components/public/notes/footnotes";
import type { Notes } from "@/components/public/notes/notes";
import type { PublishedRecord } from "@/lib/domain/published";
import type { Description } from "@/lib/exchange/json-ld";
import { Frame } from "../frame";
import { type OpenDossier, trailTo } from "../open-dossier";
import { AsStoodHead, citedAt } from "../stood";

interface Props {
  dossier: OpenDossier;
  part: string;
  /** The part's name, as the way names it. */
  name: string;
  heading: ReactNode;
  lead?: ReactNode;
  notes: Notes<PublishedRecord<"source">>;
  /** ISO instant of the latest change among what the page shows; none where it shows no record. */
  changed: string | undefined;
  described: readonly Description[];
  /** The lists that can be had as files. */
  lists: readonly string[];
  children: ReactNode;
}

/** A part of a dossier: its history, visits, agreements, trade, missions or sources. */
export function PartPage(props: Props) {
  const { dossier, part, name, heading, lead, notes, changed, described, lists, children } = props;
  const { setting, stood } = dossier;
  return (
    <Frame
      locale={setting.locale}
      trail={trailTo(dossier, part, name)}
      described={stood ? [] : described}
      changed={changed ?? stood?.moment.at}
      cited={citedAt(dossier, notes, { title: name, changed })}
    >
      <DossierHead setting={setting} part={part} />
      <h1 className="mt-10 text-title">{heading}</h1>
      {lead && <p className="mt-2 max-w-measure text-muted">{lead}</p>}
      <AsStoodHead dossier={dossier} today={partPath({ locale: setting.locale, slug: setting.slug }, part)} />
      {!stood?.nothing && <div className="mt-8">{children}</div>}
      <Footnotes notes={notes} setting={setting} />
      {/* Files hold what is recorded now. */}
      {!stood && <DataLinks setting={setting} lists={lists} />}
    </Frame>
  );
}
