"use server";
import { getTranslations } from "next-intl/server";
import type { PasteAnswer, PasteGrid } from "@/components/desk/paste/paste-state";
import type { Actor } from "@/lib/auth/actor";
import { demand } from "@/lib/auth/actor";
import { senderOf } from "@/lib/auth/session";
import { dossierById } from "@/lib/desk/read/choices";
import { checkPasted, type CheckedRecord, type PastedTable } from "@/lib/desk/read/check-pasted";
import { type PastedOutcome, savePasted } from "@/lib/desk/write/save-pasted";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { actionsApart, datesOfActions } from "@/lib/domain/pasted/actions-by-party";
import { flowsApart } from "@/lib/domain/pasted/flows-apart";
import { joinedColumns } from "@/lib/domain/pasted/joined-columns";
import { matchColumns, type NamedColumn } from "@/lib/domain/pasted/match-columns";
import { namesOfColumns } from "@/lib/domain/pasted/names";
import { turnedTable } from "@/lib/domain/pasted/turned";
import { TamperedRequest } from "@/lib/domain/record";
import { pasteLimits, readPasted } from "@/lib/exchange/pasted-table";
import { reasonOf } from "../wording/answers";
import { arrangedWords } from "../wording/arranged";
import { drawnGrid, echoedGrid } from "../wording/paste-grid";
import { specWords } from "../wording/spec-words";
import {
  commasOfColumns,
  hasDashes,
  hasNamedFiscals,
  marksOfColumns,
  ordersOfColumns,
} from "./paste-columns";
import { readPasteForm, type SentPaste } from "./paste-form";
import { type SourceMeant, sourceMeant } from "./paste-source";

/**
 * Reads a pasted table, checks it, or saves its records as drafts or published: what was saved leaves the table, everything
 * else stays in it as it was typed, with what is said of it.
 */
export async function pasteTable(_last: PasteAnswer | null, form: FormData): Promise<PasteAnswer> {
  const sent = readPasteForm(form); // tampered inputs throw
  const actor = await senderOf(form).catch(reasonOf);
  if (actor === null || typeof actor === "string") return echoed(sent, actor ?? "signedOut");
  try {
    demand(actor, sent.intent.startsWith("publish") ? "publish" : "write");
    return sent.intent === "read" ? await readText(actor, sent) : await carriedOut(actor, sent);
  } catch (error) {
    return echoed(sent, reasonOf(error));
  }
}

function echoed(sent: SentPaste, reason: PasteAnswer["reason"]): PasteAnswer {
  if (sent.lines.length === 0) return { step: "text", text: sent.text, fault: "", reason };
  return { step: "grid", grid: echoedGrid(sent), says: "", reason };
}

async function sidesOf(actor: Actor, { kind, dossierId }: SentPaste) {
  if (!kindOf(kind).inDossier) return null;
  const dossier = dossierId === null ? null : await dossierById(actor, dossierId);
  if (!dossier) throw new TamperedRequest(`${kind} belongs to a dossier`);
  return dossier.sides;
}

async function readText(actor: Actor, sent: SentPaste): Promise<PasteAnswer> {
  const read = readPasted(sent.text);
  if (!read.ok) {
    const t = await getTranslations("desk");
    return { step: "text", text: sent.text, fault: t(read.code, "max" in read ? { max: read.max } : {}) };
  }
  const sides = await sidesOf(actor, sent);
  const columns = namesOfColumns(sent.kind, sides?.parties ?? null, await specWords());
  const { rows: plain, joined } = joinedColumns(kindOf(sent.kind), read.rows);
  const turned = await turnedOf(sent.kind, plain, columns);
  const { headings, paths, units, rows } = datesOfActions(matchColumns(turned?.rows ?? plain, columns));
  const lines = rows.map((cells, number) => ({
    number,
    cells,
    todo: "auto" as const,
    seen: null,
    asked: [],
  }));
  const answer = await carriedOut(actor, {
    ...sent,
    ...{ headings, units, lines },
    orders: headings.map(() => null),
    marks: headings.map(() => null),
    commas: headings.map(() => null),
    // Turned, or without those that were joined, its columns are others.
    cleaned: turned || joined ? [read.cleaned.reduce((sum, one) => sum + one, 0)] : read.cleaned,
    paths: paths.map((path) => path ?? ""),
    intent: "check",
  });
  if (answer.step !== "grid") return answer;
  return { ...answer, grid: { ...answer.grid, arranged: await arrangedWords(joined, turned?.as ?? null) } };
}

/** A table of which each column, and not each line, is a record or an action, or each line half of one: turned, and as what. */
async function turnedOf(
  kind: KindKey,
  rows: readonly string[][],
  columns: readonly NamedColumn[],
): Promise<{ rows: string[][]; as: "turned" | "actionsApart" | "flowsApart" | "flowsOpen" } | null> {
  const flows = kind === "tradeYear" ? flowsApart(rows, columns) : null;
  if (flows) return flows;
  const { along } = kindOf(kind).series ?? {};
  const years = along && turnedTable(rows, nameOf(columns, along), pasteLimits.columns);
  if (years) return { rows: years, as: "turned" };
  if (kind !== "agreement") return null;
  const words = await specWords();
  const named = ["actions/party", "actions/action", "actions/date", "depositary"] as const;
  const [by, action, date, depositary] = named.map((path) => nameOf(columns, path));
  const actions = actionsApart(rows, (one) => words.say(`choices.${one}`), [
    ...([by!, action!, date!, depositary!] as const),
  ]);
  return actions && actions.length <= pasteLimits.rows ? { rows: actions, as: "actionsApart" } : null;
}

const nameOf = (columns: readonly NamedColumn[], path: string) =>
  columns.find((column) => column.path === path)?.names[0]?.[0] ?? "";

async function carriedOut(actor: Actor, sent: SentPaste): Promise<PasteAnswer> {
  const { kind, dossierId, intent } = sent;
  const sides = await sidesOf(actor, sent);
  const isSaving = intent !== "check";
  const source = await sourceMeant(actor, sent, { mayMake: isSaving });
  const words = await specWords();
  const word = (choice: string) => (words.has(`choices.${choice}`) ? words.say(`choices.${choice}`) : choice);
  const marked = (todo: SentPaste["lines"][number]["todo"]) =>
    new Set(sent.lines.flatMap((line, at) => (line.todo === todo ? [at] : [])));
  const [orders, marks, commas] = [ordersOfColumns(sent), marksOfColumns(sent), commasOfColumns(sent)];
  const table: PastedTable = {
    ...{ kind, dossierId, sides },
    paths: sent.paths.map((path) => path || null),
    units: sent.units,
    orders: orders.map((found) => found?.order ?? null),
    marks: marks.map((found) => found?.mark ?? null),
    commas: commas.map((found) => found?.meaning ?? null),
    dash: sent.dash,
    fiscal: sent.fiscal,
    rows: sent.lines.map(({ cells }) => cells),
    every: { values: sent.every, source: source.id || null },
    skipped: marked("skip"),
    added: marked("add"),
  };
  const records = await checkPasted(actor, table, word);
  const saves =
    isSaving && !source.isUnclear
      ? await saved(actor, sent, records)
      : new Map<CheckedRecord, PastedOutcome>();
  const grid = await drawnGrid({
    sent,
    table,
    records,
    saves,
    source,
    word,
    orders,
    marks,
    commas,
    hasDashes: hasDashes(sent),
    hasNamedFiscals: hasNamedFiscals(sent),
  });
  return { step: "grid", grid, says: await summary(sent, source, grid, saves) };
}

/** What became of the records that can be saved as they were shown. */
async function saved(
  actor: Actor,
  { kind, dossierId, intent, lines, changeNote }: SentPaste,
  records: readonly CheckedRecord[],
): Promise<Map<CheckedRecord, PastedOutcome>> {
  const asShown = records.filter(({ standing, twin, lines: [first = 0], isUnclear }) => {
    const seen = lines[first]?.seen;
    return twin === null && !isUnclear && (!standing || seen?.id === standing.id);
  });
  const writes = asShown.map(({ typed, standing, amongLines, problems, lines: [first = 0] }) => ({
    typed,
    // Mistakes are told first: what has some is not published, whatever is confirmed.
    amongLines: problems.length > 0 ? [] : amongLines,
    onto: standing && { id: standing.id, version: lines[first]!.seen!.version },
    confirmed: intent === "publish-confirmed" ? lines[first]!.asked : [],
  }));
  const outcomes = await savePasted(
    actor,
    { kind, dossierId },
    writes,
    intent === "draft" ? { as: "drafts" } : { as: "published", changeNote },
  );
  return new Map(outcomes.map((outcome, at) => [asShown[at]!, outcome]));
}

async function summary(
  { intent }: SentPaste,
  source: SourceMeant,
  grid: PasteGrid,
  saves: ReadonlyMap<CheckedRecord, PastedOutcome>,
): Promise<string> {
  const t = await getTranslations("desk.paste");
  if (intent !== "check" && source.isUnclear) return t("says.whichSource");
  const heads = grid.lines.filter(({ isPart, todo }) => !isPart && todo !== "skip");
  const has = (weight: string) =>
    heads.filter(({ notes }) => notes.some((note) => note.weight === weight)).length;
  const counts = {
    added: heads.filter(({ standing }) => !standing).length,
    changed: heads.filter(({ standing }) => standing).length,
    mistakes: has("mistake"),
    missing: has("missing"),
    doubts: has("doubt"),
  };
  const done = [...saves.values()].filter(({ outcome }) => outcome.ok).length;
  if (intent === "check") return t("says.checked", counts);
  return t(intent === "draft" ? "says.saved" : "says.published", { done, left: heads.length });
}
