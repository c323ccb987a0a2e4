import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OpenEntry } from "@/lib/desk/read/open";
import { kinds } from "@/lib/domain/kinds/registry";

interface RecordLinesProps {
  entry: OpenEntry;
  heading: string;
  children: ReactNode;
}

/** A page of lines about one record, such as its history, with the way back to it. */
export async function RecordLines({ entry, heading, children }: RecordLinesProps) {
  const t = await getTranslations("desk.record");
  return (
    <div className="record-middle record-lines">
      <header className="record-head">
        <p className="record-crumbs">
          <a href={`/admin/${kinds[entry.kind].path}/${entry.id}`}>{t("back")}</a>
        </p>
        <h1>{heading}</h1>
      </header>
      {children}
    </div>
  );
}
