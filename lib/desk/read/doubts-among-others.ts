/** Doubts that only the other records show, drafts and published ones: look-alikes, values out of their series, contrary relations. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Doubt } from "@/lib/domain/doubts";
import type { Held } from "@/lib/domain/fields/field";
import { type AnyLikeness, likenessFacet, likenessKey } from "@/lib/domain/kinds/among-others";
import { kindOf } from "@/lib/domain/kinds/registry";
import { showAmount } from "@/lib/domain/money";
import { areNearlySame } from "@/lib/domain/nearly-same";
import { isOutOfScale } from "@/lib/domain/out-of-scale";
import { overlap } from "@/lib/domain/partial-date";
import type { EntryName } from "../outcome";
import { namesakes } from "./namesakes";
import { type Compared, otherRecords } from "./other-records";
import { doubtsOfRelated, relatedSql } from "./related-records";
import { aboutSamePerson } from "./same-person";

export interface DoubtAmongOthers extends Doubt {
  /** The record that it looks like. */
  other?: EntryName;
}

/** How many records are looked at for each likeness, how many titles of a dossier, and how many neighbours in a series. */
const limits = { alike: 20, titles: 5000, neighbours: 6 };
/** The share of their trigrams that two titles have in common at the least where they differ by a slip. */
const leastShared = 0.6;

interface Found {
  /** The place of the record that it is beside, and by which of its rules. */
  of: number;
  rule: number;
  id: string;
  title: string;
  values: Record<string, string | null>;
  /** The working copy, of related records alone. */
  draft: Held | null;
}

/**
 * What other records make doubtful about these values: one statement, further ones for people and their names, and none for a kind
 * that says nothing of others.
 */
export async function doubtsAmongOthers(
  actor: Actor,
  db: Transaction,
  record: Compared,
): Promise<DoubtAmongOthers[]> {
  const [doubts] = await doubtsOfEach(actor, db, [record]);
  return doubts ?? [];
}

/** The same for each of several records, in their order and by as many statements, names of people apart. */
export async function doubtsOfEach(
  actor: Actor,
  db: Transaction,
  records: readonly Compared[],
): Promise<DoubtAmongOthers[][]> {
  demand(actor, "read");
  const parts = records.flatMap((record, of) => {
    const { alike, series } = kindOf(record.kind);
    return [
      ...alike.map((likeness, rule) => alikeSql(actor, record, likeness, { of, rule })),
      ...(series ? [neighboursSql(actor, record, of)] : []),
      relatedSql(actor, record, Prisma.sql`${of}::int AS "of", ${ofRelated}::int AS "rule"`),
    ].filter((part) => part !== null);
  });
  const byPerson = await samePeople(db, actor, records);
  const found =
    parts.length === 0
      ? []
      : await db.$queryRaw<Found[]>`${Prisma.join(
          parts.map((part) => Prisma.sql`(${part})`),
          " UNION ALL ",
        )}`;
  return Promise.all(
    records.map(async (record, of) => {
      const own = found.filter((one) => one.of === of);
      return [
        ...(await namesakesOf(db, record)),
        ...kindOf(record.kind).alike.flatMap((likeness, rule) =>
          alikeIn(
            record,
            likeness,
            own.filter((one) => one.rule === rule),
            byPerson.get(likeness)?.get(record) ?? [],
          ),
        ),
        ...outOfSeries(
          record,
          own.filter((one) => one.rule === ofSeries),
        ),
        ...doubtsOfRelated(
          record,
          own.filter((one) => one.rule === ofRelated),
        ),
      ];
    }),
  );
}

/** The rule that neighbours in the series are found by. */
const ofSeries = -1;
/** The rule that related records are found by. */
const ofRelated = -2;

async function namesakesOf(db: Transaction, record: Compared): Promise<DoubtAmongOthers[]> {
  const { alike } = kindOf(record.kind);
  const found = await Promise.all(
    alike.map((likeness) => ("sameName" in likeness ? calledTheSame(db, record, likeness) : [])),
  );
  return found.flat();
}

async function calledTheSame(
  db: Transaction,
  record: Compared,
  { on, says }: AnyLikeness,
): Promise<DoubtAmongOthers[]> {
  const { kind, values } = record;
  return (await namesakes(db, record)).map(({ id, title }) => ({
    path: on,
    code: says,
    params: { title },
    about: [id, values.name ?? null],
    other: { id, kind, title },
  }));
}

function alikeSql(
  actor: Actor,
  record: Compared,
  likeness: AnyLikeness,
  { of, rule }: Pick<Found, "of" | "rule">,
): Prisma.Sql | null {
  const { kind, values } = record;
  if ("sameName" in likeness) return null;
  if ("nearlySame" in likeness) {
    const title = values[likeness.nearlySame];
    if (typeof title !== "string") return null;
    return Prisma.sql`
      SELECT ${of}::int AS "of", ${rule}::int AS "rule", "id", "title", '{}'::jsonb AS "values", NULL::jsonb AS "draft" FROM (
        SELECT e."id", e."title" ${otherRecords(actor, record)} ORDER BY e."updatedAt" DESC LIMIT ${limits.titles}) e
      WHERE length("title") BETWEEN ${title.length}::int * 0.7 AND ${title.length}::int * 1.4
        AND similarity(entente_folded("title"), entente_folded(${title})) >= ${leastShared}::real
      ORDER BY similarity(entente_folded("title"), entente_folded(${title})) DESC
      LIMIT ${limits.alike}`;
  }
  const key = likenessKey(kindOf(kind).fields, likeness.same, values);
  if (key === null) return null;
  const read = (likeness.days ?? []).flatMap((field) => [
    Prisma.sql`${field}::text`,
    Prisma.sql`e."draft"->>${field}`,
  ]);
  return Prisma.sql`
    SELECT ${of}::int AS "of", ${rule}::int AS "rule", e."id", e."title", jsonb_build_object(${Prisma.join(read.length ? read : [Prisma.sql`''`, Prisma.sql`NULL`])}) AS "values", NULL::jsonb AS "draft"
    ${otherRecords(actor, record)} AND e."filters" @> ${[`${kind}.${likenessFacet(likeness)}=${key}`]}::text[]
    ORDER BY e."sortDate" DESC LIMIT ${limits.alike}`;
}

function neighboursSql(actor: Actor, record: Compared, of: number): Prisma.Sql | null {
  const { kind, values } = record;
  const series = kindOf(kind).series!;
  const at = values[series.along];
  if (typeof at !== "number" || series.same.some((key) => values[key] === undefined)) return null;
  const words = series.same.map((key) => `${kind}.${key}=${String(values[key])}`);
  const read = series.values.flatMap((key) => [Prisma.sql`${key}::text`, Prisma.sql`e."draft"->>${key}`]);
  return Prisma.sql`
    SELECT ${of}::int AS "of", ${ofSeries}::int AS "rule", e."id", e."title", jsonb_build_object(${Prisma.join(read)}) AS "values", NULL::jsonb AS "draft"
    ${otherRecords(actor, record)} AND e."filters" @> ${words}::text[] AND e."facets"->>${series.along} IS NOT NULL
    ORDER BY abs((e."facets"->>${series.along})::int - ${at}::int) LIMIT ${limits.neighbours}`;
}

/** By each likeness that is of people, the records of the same days that are about the same person as each of these. */
async function samePeople(
  db: Transaction,
  actor: Actor,
  records: readonly Compared[],
): Promise<Map<AnyLikeness, Map<Compared, { id: string; title: string }[]>>> {
  const found = new Map<AnyLikeness, Map<Compared, { id: string; title: string }[]>>();
  for (const likeness of new Set(records.flatMap(({ kind }) => kindOf(kind).alike))) {
    if (!("same" in likeness) || !likeness.person || !likeness.days) continue;
    const { person, days } = likeness;
    const own = records.filter(({ kind }) => kindOf(kind).alike.includes(likeness));
    found.set(likeness, await aboutSamePerson(actor, db, own, { person, days }));
  }
  return found;
}

function alikeIn(
  { kind, values }: Compared,
  likeness: AnyLikeness,
  found: Found[],
  further: readonly { id: string; title: string }[],
): DoubtAmongOthers[] {
  if ("sameName" in likeness) return [];
  const own = "nearlySame" in likeness ? [likeness.nearlySame] : [...likeness.same, ...(likeness.days ?? [])];
  const about = own.map((key) => values[key] ?? null);
  const alike = found.filter((other) => isAlike(values, likeness, other));
  return [...alike, ...further.filter(({ id }) => !alike.some((one) => one.id === id))]
    .slice(0, 3)
    .map(({ id, title }) => ({
      path: likeness.on,
      code: likeness.says,
      params: { title },
      about: [id, ...about],
      other: { id, kind, title },
    }));
}

function isAlike(values: Held, likeness: AnyLikeness, other: Found): boolean {
  if ("nearlySame" in likeness) return areNearlySame(String(values.title), other.title);
  if ("sameName" in likeness || !likeness.days) return true;
  const [first, last] = likeness.days;
  return overlap(
    [values[first] as string | undefined, values[last] as string | undefined],
    [other.values[first] ?? undefined, other.values[last] ?? undefined],
  );
}

function outOfSeries({ kind, values }: Compared, neighbours: Found[]): DoubtAmongOthers[] {
  const { series } = kindOf(kind);
  if (!series) return [];
  return series.values.flatMap((key) => {
    const value = values[key];
    const beside = neighbours.flatMap((one) => one.values[key] ?? []);
    if (typeof value !== "string" || !isOutOfScale(value, beside)) return [];
    // Nought says nothing of the scale.
    const { id, title, values: near } = neighbours.find((one) => Number(one.values[key] ?? 0) > 0)!;
    return [
      {
        path: key,
        code: series.says,
        params: { title, amount: showAmount(near[key] ?? "0", "en", "full") },
        about: value,
        other: { id, kind, title },
      },
    ];
  });
}
