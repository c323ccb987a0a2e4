import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import { comparedLines } from "@/components/desk/compared-lines";
import { CompareTable } from "@/components/desk/compare-table";
import { describingIn } from "@/components/desk/fields/value-names";
import { RecordView } from "@/components/desk/record-view";
import { RestoreForm } from "@/components/desk/restore-form";
import { may } from "@/lib/auth/actor";
import { openRevision } from "@/lib/desk/read/revisions";
import type { Typed } from "@/lib/domain/fields/typed";
import { fieldOf } from "@/lib/domain/paths";
import { restoreRevision } from "../../../../actions/restore-revision";
import { comparedWith, CompareWith } from "../../../../parts/compare-with";
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

/** One version of a record beside the record as it is now, what readers see of it (`?with=published`) or another version. */
export default async function RevisionPage(props: Props) {
  const { actor, entry, revision } = await open(props);
  const [t, tRecord, asked] = await Promise.all([
    getTranslations("desk.revision"),
    getTranslations("desk.record"),
    props.searchParams,
  ]);
  const other = await comparedWith(actor, entry, asked.with);
  const spec = buildFormSpec(entry.kind, entry.dossier?.sides ?? null, await specWords());
  const wording = await wordingOf(actor, spec, revision.typed, other.typed);
  const inWords = (typed: Typed) => ({ typed, describing: describingIn(spec.fields, typed, wording) });
  const [then, now] = [inWords(revision.typed), inWords(other.typed)];
  const lines = comparedLines(spec.fields, then, now);
  const differing = new Set(lines.map(({ path }) => fieldOf(path)));
  const canRestore =
    may(actor, "write") && entry.state !== "trashed" && differing.size > 0 && other.version === null;
  const empty = tRecord("empty");
  return (
    <div className="record-middle">
      <Head path={`/admin/${spec.path}/${entry.id}`} one={spec.one} revision={revision} />
      <CompareWith actor={actor} entry={entry} revision={revision} chosen={other} />
      <p>{differing.size === 0 ? t("same") : t("differs", { count: differing.size })}</p>
      {lines.length > 0 && (
        <CompareTable
          lines={lines}
          canTick={canRestore}
          words={{
            field: t("field"),
            then: t("then", { version: revision.version }),
            now: other.version === null ? t("now") : t("then", { version: other.version }),
            ...{ empty, noRow: t("noRow") },
            orderOf: (field) => t("order", { field }),
            take: (field) => t("take", { field }),
          }}
        />
      )}
      {canRestore && (
        <RestoreForm
          restore={restoreRevision}
          words={{ ...(await rawWords("desk.form")), ...(await rawWords("desk.revision")) }}
          hidden={{ kind: entry.kind, id: entry.id, version: String(entry.version), revision: revision.id }}
        />
      )}
      <details className="mt-6">
        <summary>{t("all")}</summary>
        <RecordView spec={spec} typed={revision.typed} describing={then.describing} empty={empty} />
      </details>
    </div>
  );
}

type Revision = Awaited<ReturnType<typeof open>>["revision"];

async function Head({ path, one, revision }: { path: string; one: string; revision: Revision }) {
  const [instant, t, tActions] = await Promise.all([
    instantWords(),
    getTranslations("desk.revision"),
    getTranslations("desk.actions"),
  ]);
  return (
    <header className="record-head">
      <p className="record-crumbs">
        <a href={path}>{t("back")}</a>
      </p>
      <h1>{t("title", { record: revision.title || one, version: revision.version })}</h1>
      <p className="record-who">
        {t("was", {
          name: revision.byName,
          action: tActions(revision.action),
          at: instant(revision.at),
        })}
      </p>
    </header>
  );
}
