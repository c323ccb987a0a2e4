import type { Thread } from "@/lib/desk/comments/read-comments";
import { reviewSetting } from "@/lib/desk/review/review-setting";
import { commentsHere } from "./comments-here";
import "server-only";
import { getTranslations } from "next-intl/server";
import type { PackedFormProps } from "@/components/desk/form/record-form-props";
import { buildFormSpec } from "@/components/desk/form/build-form-spec";
import type { Standing } from "@/components/desk/form/answer";
import { StateBadge } from "@/components/desk/state-badge";
import { type Actor, may } from "@/lib/auth/actor";
import { currentSession } from "@/lib/auth/session";
import type { DossierName } from "@/lib/desk/read/open";
import type { Typed } from "@/lib/domain/fields/field";
import { withRowIds } from "@/lib/domain/fields/set";
import { pack } from "@/lib/domain/packed";
import { newRowId } from "@/lib/domain/row-id";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import { contextOf } from "@/lib/domain/sides";
import { serverPanelOf } from "../panels/panels";
import { knownIn, shownProblems } from "../wording/answers";
import { followedIn } from "../wording/followed-in";
import { makePerson } from "../actions/make-person";
import { makeSource } from "../actions/make-source";
import { previewTyped } from "../actions/preview-typed";
import { writeRecord } from "../actions/write-record";
import { readingsIn } from "../wording/references-in";
import { rawWords, specWords } from "../wording/spec-words";
import { signInWords } from "../wording/sign-in-words";

interface FormOf {
  kind: KindKey;
  dossier: Pick<DossierName, "id" | "sides"> | null;
  typed: Typed;
  /** Null for a record that is not saved yet. */
  standing: Standing | null;
  /** What the record is warned of as it stands. */
  warnings?: readonly Problem[];
  /** Whether long lists of rows begin with every row open. */
  opensRows?: boolean;
}

/** All that the form of a record is drawn from, as plain data. */
export async function formProps(actor: Actor, asked: FormOf): Promise<PackedFormProps> {
  const { kind, dossier, standing } = asked;
  const { fields } = kindOf(kind);
  const typed = withRowIds(fields, asked.typed);
  const rowFields = Object.entries(fields).filter(([, { sends }]) => sends === "rows");
  const words = await specWords();
  const [t, tDesk] = await Promise.all([getTranslations("desk.states"), getTranslations("desk")]);
  const sourceFields = (["title", "publisher", "date", "address"] as const).map((key) => ({
    key,
    label: words.say(`kinds.source.fields.${key}.label`),
  }));
  const personFields = [
    { key: "name", label: words.say("kinds.person.fields.name.label") },
    {
      key: "otherName",
      label: words.say("desk.form.newPerson.otherName"),
      help: words.say("desk.form.newPerson.otherNameHelp"),
    },
    {
      key: "wikidata",
      label: words.say("kinds.person.fields.wikidata.label"),
      help: words.say("kinds.person.fields.wikidata.help"),
    },
  ];
  const [known, suggestedSource, ownWords, doubtWords, session] = await Promise.all([
    knownIn(actor, kind, typed),
    serverPanelOf(kind).suggestedSource?.(actor, {
      dossierId: dossier?.id ?? null,
      typed,
      id: standing?.id ?? null,
    }),
    rawWords("desk.form"),
    rawWords("problems.doubt"),
    currentSession(),
  ]);
  const reviewDossier = kind === "dossier" ? (standing?.id ?? null) : (dossier?.id ?? null);
  return {
    spec: buildFormSpec(kind, dossier?.sides ?? null, words),
    words: ownWords,
    // Its own parts only: a whole entry would send the record's text twice.
    standing: standing && {
      id: standing.id,
      version: standing.version,
      state: standing.state,
      publicPath: standing.publicPath,
    },
    dossierId: dossier?.id ?? null,
    sides: dossier?.sides ?? null,
    problemWords: { doubt: doubtWords },
    opensRows: asked.opensRows ?? false,
    packed: pack({ typed, known }),
    warnings: await shownProblems(asked.warnings ?? []),
    spareRows: Object.fromEntries(rowFields.map(([key]) => [key, newRowId()])),
    suggestedSource: suggestedSource ?? null,
    readings: readingsIn(kind, typed),
    followed: followedIn(kind, typed, contextOf(dossier?.sides ?? null), words),
    sourceFields,
    personFields,
    badges: {
      draft: <StateBadge state="draft" label={t("draft")} />,
      published: <StateBadge state="published" label={t("published")} />,
      changed: <StateBadge state="changed" label={t("changed")} short={tDesk("changedShort")} />,
      trashed: <StateBadge state="trashed" label={t("trashed")} />,
    },
    canPublish: may(actor, "publish"),
    asksReview: reviewDossier !== null && (await reviewSetting(actor, reviewDossier)).asks,
    openComments: standing && openCommentsBy(await commentsHere(actor, standing.id)),
    write: writeRecord,
    makeSource,
    makePerson,
    account: actor.id ?? "",
    preview: previewTyped,
    signIn: { words: await signInWords(), email: session?.user.email ?? "" },
  };
}

/** By path, how many comments are open. */
function openCommentsBy(threads: readonly Thread[]): Record<string, number> {
  const open: Record<string, number> = {};
  for (const { path, resolvedAt } of threads)
    if (resolvedAt === null && path !== "") open[path] = (open[path] ?? 0) + 1;
  return open;
}
