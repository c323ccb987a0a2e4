import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { comparedLines, type ComparedVersion } from "@/components/desk/compared-lines";
import { describeTyped } from "@/components/desk/fields/parts";
import { describingIn } from "@/components/desk/fields/value-names";
import { TextLines } from "@/components/desk/record-view";
import { RestoreForm } from "@/components/desk/restore-form";
import { may } from "@/lib/auth/actor";
import { openRevision } from "@/lib/desk/read/revisions";
import { fieldOf } from "@/lib/domain/paths";
import { restoreRevision } from "../../../../actions/restore-revision";
import { openRecord } from "../../../../parts/open-record";
import { wordingOf } from "../../../../wording/describing";
import { instantWords } from "../../../../wording/instant";
import { rawWords, specWords } from "../../../../wording/spec-words";

interface Props {
  params: Promise<{ list: string; id: string; revision: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

// Read once for the page and its title.
const revisionOf = cache(openRevision);

async function open({ params }: Props) {
  const { list, id, revision: revisionId } = await params;
  const { actor, entry } = await openRecord(list, id);
  if (!z.uuid().safeParse(revisionId).success) notFound();
  const revision = await revisionOf(actor, revisionId);
  if (revision?.entryId !== entry.id) notFound();
  return { actor, entry, revision };
}

/** What the page of an earlier version is called. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { revision } = await open(props);
  const t = await getTranslations("desk.revision");
  return { title: t("title", { record: revision.title, version: revision.version }) };
}

/** One version of a record beside the record as it is now. */
export default async function RevisionPage(props: Props) {
  const { actor, entry, revision } = await open(props);
  const [instant, t, tActions, tRecord, asked] = await Promise.all([
    instantWords(),
    getTranslations("desk.revision"),
    getTranslations("desk.actions"),
    getTranslations("desk.record"),
    props.searchParams,
  ]);
  const spec = buildFormSpec(entry.kind, entry.dossier?.sides ?? null, await specWords());
  const wording = await wordingOf(actor, spec, revision.typed, entry.typed);
  const [then, now] = [revision.typed, entry.typed].map((typed) => ({
    typed,
    describing: describingIn(spec.fields, typed, wording),
  })) as [ComparedVersion, ComparedVersion];
  const lines = comparedLines(spec.fields, then, now);
  const differing = new Set(lines.map(({ path }) => fieldOf(path)));
  const isWhole = asked.all !== undefined || differing.size === 0;
  const path = `/admin/${spec.path}/${entry.id}`;
  const canRestore = may(actor, "write") && entry.state !== "trashed" && differing.size > 0;
  return (
    <div className="record-middle">
      <header className="record-head">
        <p className="record-crumbs">
          <a href={path}>{t("back")}</a>
        </p>
        <h1>{t("title", { record: revision.title || spec.one, version: revision.version })}</h1>
        <p className="record-who">
          {t("was", { name: revision.byName, action: tActions(revision.action) })}, {instant(revision.at)}.
        </p>
      </header>
      <p>
        {differing.size === 0 ? t("same") : t("differs", { count: differing.size })}{" "}
        {differing.size > 0 && (isWhole ? <a href="?">{t("only")}</a> : <a href="?all=1">{t("all")}</a>)}
      </p>
      <div className="table-frame">
        <table className="desk-table compare">
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("then", { version: revision.version })}</th>
              <th scope="col">{t("now")}</th>
            </tr>
          </thead>
          <tbody>
            {isWhole
              ? spec.fields.map((field) => (
                  <tr key={field.key} className={differing.has(field.key) ? "compare-differs" : undefined}>
                    <th scope="row">
                      {field.label}
                      {differing.has(field.key) && <span className="side-line">{t("differing")}</span>}
                    </th>
                    {[then, now].map(({ typed, describing }, index) => (
                      <td key={index}>
                        <TextLines
                          lines={describeTyped(field, typed[field.key], describing)}
                          empty={tRecord("empty")}
                        />
                      </td>
                    ))}
                  </tr>
                ))
              : lines.map((line) => (
                  <tr key={`${line.what} ${line.path}`} className="compare-differs">
                    <th scope="row">
                      {line.what === "order" ? t("order", { field: line.label }) : line.label}
                    </th>
                    {[line.then, line.now].map((said, index) => (
                      <td key={index}>
                        <TextLines lines={said} empty={line.what === "row" ? t("noRow") : tRecord("empty")} />
                      </td>
                    ))}
                  </tr>
                ))}
          </tbody>
        </table>
      </div>
      {canRestore && (
        <RestoreForm
          restore={restoreRevision}
          words={{ ...(await rawWords("desk.form")), ...(await rawWords("desk.revision")) }}
          hidden={{
            kind: entry.kind,
            id: entry.id,
            version: String(entry.version),
            revision: revision.id,
          }}
        />
      )}
    </div>
  );
}
