import { getTranslations } from "next-intl/server";
import { RecordLink } from "@/components/desk/record-link";
import type { Actor } from "@/lib/auth/actor";
import type { EntryName } from "@/lib/desk/outcome";
import type { OpenEntry } from "@/lib/desk/read/open";
import { mostReferrers, type WhatBreaks, whatBreaks } from "@/lib/desk/read/referrers";
import { kinds } from "@/lib/domain/kinds/registry";
import { trashWithRecordsId } from "./bulk-form";

/** How many are named of each sort; all of them have a page of their own. */
const named = 3;

const sorts = ["published", "drafts", "inside"] as const satisfies readonly (keyof WhatBreaks)[];

/** What taking a record off the site or putting it into the trash would break, before it is tried; nothing where nothing refers to it. */
export async function WhatBreaksLines({ actor, entry }: { actor: Actor; entry: OpenEntry }) {
  const [t, tKinds, breaks] = await Promise.all([
    getTranslations("desk.record"),
    getTranslations("kinds"),
    whatBreaks(actor, entry),
  ]);
  const [published, drafts] = [breaks.published.length, breaks.drafts.length];
  if (published + drafts + breaks.inside.length === 0) return null;
  const counted = ({ length: count }: EntryName[]) => ({
    count,
    more: count >= mostReferrers ? "yes" : "no",
  });
  const line = ({ id, kind, title, isElsewhere }: EntryName) => (
    <li key={id}>
      <RecordLink href={isElsewhere ? null : `/admin/${kinds[kind].path}/${id}`}>
        {title || t("untitled", { one: tKinds(`${kind}.one`) })}
      </RecordLink>
    </li>
  );
  return (
    <div className="breaks" role="group" aria-label={t("breaks.label")}>
      {sorts.map(
        (sort) =>
          breaks[sort].length > 0 && (
            <div key={sort}>
              <p>{t(`breaks.${sort}`, counted(breaks[sort]))}</p>
              <ul>{breaks[sort].slice(0, named).map(line)}</ul>
              {sort === "inside" && (
                <p className="btn-row">
                  <a href={`/admin/dossiers/${entry.id}/home`}>{t("breaks.allInside")}</a>
                  <a href={`#${trashWithRecordsId}`}>{t("breaks.withAll")}</a>
                </p>
              )}
            </div>
          ),
      )}
      {(published > named || drafts > named) && (
        <a href={`/admin/${kinds[entry.kind].path}/${entry.id}/referrers`}>{t("breaks.all")}</a>
      )}
    </div>
  );
}
