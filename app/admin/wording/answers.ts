/** Puts the desk's outcomes in the words and shapes that forms show. */
import "server-only";
import { getTranslations } from "next-intl/server";
import { wordsOf } from "@/components/desk/form/build-form-spec";
import type { EntryChoice } from "@/components/desk/form/form-spec";
import type { NamedRecord, ShownDoubt, ShownProblem, WriteRefusal } from "@/components/desk/form/answer";
import type { Actor } from "@/lib/auth/actor";
import { noteTampered } from "@/lib/auth/read-form";
import { isUnreachable } from "@/lib/database/failures";
import { TamperedRequest } from "@/lib/domain/tampered-request";
import { entryChoices } from "@/lib/desk/read/choices";
import type { AskedDoubt, EntryName, Refusal } from "@/lib/desk/outcome";
import { countryName } from "@/lib/domain/countries";
import type { Typed } from "@/lib/domain/fields/field";
import { kinds, type KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import { Forbidden } from "@/lib/auth/actor";
import { fieldOf } from "@/lib/domain/paths";
import { instantWords } from "./instant";
import { specWords } from "./spec-words";
import { referencesIn } from "./references-in";

/** Problems in words. */
export async function shownProblems(problems: readonly Problem[]): Promise<ShownProblem[]> {
  const t = await getTranslations("problems");
  return problems.map(({ path, code, params }) => ({
    path,
    message: t(code, inWords(params)),
  }));
}

/** Problems in words where no form stands beside them: each with what its field is called. */
export async function namedProblems(kind: KindKey, problems: readonly Problem[]): Promise<string[]> {
  const [words, t, shown] = await Promise.all([
    specWords(),
    getTranslations("desk.form.errors"),
    shownProblems(problems),
  ]);
  return shown.map(({ path, message }) => {
    const at = `${wordsOf(`kinds.${kind}.fields`, fieldOf(path))}.label`;
    return words.has(at) ? t("at", { label: words.say(at, { a: "A", b: "B" }), message }) : message;
  });
}

/** Doubts in words, with the records that they are about. */
export async function shownDoubts(
  doubts: readonly (Problem & { other?: EntryName })[],
): Promise<ShownDoubt[]> {
  const shown = await shownProblems(doubts);
  const others = await namedRecords(doubts.flatMap(({ other }) => other ?? []));
  return doubts.map(({ other }, index) => ({
    ...shown[index]!,
    ...(other && { other: others.shift()! }),
  }));
}

/** The same with the keys by which they are confirmed. */
export async function askedDoubts(doubts: readonly AskedDoubt[]) {
  const shown = await shownDoubts(doubts);
  return doubts.map(({ key }, index) => ({ ...shown[index]!, key }));
}

/** Country codes among a problem's parameters become names. */
function inWords(params: Problem["params"] = {}): Record<string, string | number> {
  const { countries } = params;
  if (typeof countries !== "string") return params;
  return {
    ...params,
    countries: countries
      .split(", ")
      .map((code) => countryName(code))
      .join(", "),
  };
}

/** What a form sent, and the version that it was typed upon. */
export interface Sent {
  typed: Typed;
  sentVersion: number;
}

/** A refusal as a form shows it, with what was sent. */
export async function shownRefusal(
  actor: Actor,
  kind: KindKey,
  refusal: Refusal,
  sent: Sent,
): Promise<WriteRefusal> {
  switch (refusal.reason) {
    case "invalid":
      return { ok: false, reason: "invalid", problems: await shownProblems(refusal.problems), ...sent };
    case "doubtful":
      return { ok: false, reason: "doubtful", doubts: await askedDoubts(refusal.doubts), ...sent };
    case "stale": {
      const { by, version, theirs, state, did, isOwn } = refusal;
      const known = await knownIn(actor, kind, theirs);
      return {
        ok: false,
        reason: "stale",
        ...{ by, state, did, isOwn },
        at: (await instantWords())(refusal.at),
        version,
        theirs,
        known,
        ...sent,
      };
    }
    case "blocked":
      return {
        ok: false,
        reason: "blocked",
        code: refusal.code,
        records: await namedRecords(refusal.records),
        ...sent,
      };
    case "missing":
      return { ok: false, reason: "missing", ...sent };
  }
}

/** The records that a typed record refers to, as pickers show them. */
export async function knownIn(actor: Actor, kind: KindKey, typed: Typed): Promise<EntryChoice[]> {
  const found = await Promise.all(
    [...referencesIn(kind, typed)].map(([to, ids]) => entryChoices(actor, to, { ids })),
  );
  return shownChoices(found.flat());
}

/** Choices with their state in words. */
export async function shownChoices(
  choices: Awaited<ReturnType<typeof entryChoices>>,
): Promise<EntryChoice[]> {
  const t = await getTranslations("desk");
  return choices.map((choice) => ({
    id: choice.id,
    title: choice.title || t("dashboard.untitled", { one: "" }).trim(),
    state: t(`states.${choice.state}`),
    detail: choice.detail,
    ...(choice.offices && { offices: choice.offices }),
  }));
}

/** Records by their titles, with where the desk shows them. */
export async function namedRecords(records: readonly EntryName[]): Promise<NamedRecord[]> {
  const [t, tRecord] = await Promise.all([getTranslations("kinds"), getTranslations("desk.record")]);
  return records.map(({ id, kind, title, isElsewhere }) => ({
    href: isElsewhere ? null : `/admin/${kinds[kind].path}/${id}`,
    title: title || tRecord("untitled", { one: t(`${kind}.one`) }),
    kind: t(`${kind}.one`),
  }));
}

/**
 * What a form can show of an error: a lost right or a database out of reach. Everything else is a bug, or what no form of
 * ours sends, which is noted, and is thrown.
 */
export function reasonOf(error: unknown): "forbidden" | "unavailable" {
  if (error instanceof Forbidden) return "forbidden";
  if (isUnreachable(error)) return "unavailable";
  if (error instanceof TamperedRequest) noteTampered(error);
  throw error;
}

/** The same as the answer to a form. @throws whatever is no such error, as what leads elsewhere */
export function orReason(error: unknown): { reason: ReturnType<typeof reasonOf> } {
  return { reason: reasonOf(error) };
}
