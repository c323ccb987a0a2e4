/** What readers say is wrong with records, as those who may publish read it: it may hold private addresses. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { countUpTo } from "@/lib/database/count-up-to";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { sees, within } from "../limits";
import { titleOf } from "../read/entry-row";

/** A reader's report, with what became of it. */
export interface ShownReport {
  id: string;
  text: string;
  source: string;
  /** Null where none was given, or it is kept no longer. */
  address: string | null;
  madeAt: string;
  answer: string | null;
  answeredAt: string | null;
  answeredByName: string | null;
  isAnswerSent: boolean;
  settledAt: string | null;
  settledByName: string | null;
}

/** What readers reported of a record, and whether its page says so. */
export interface ReportsOn {
  reports: ShownReport[];
  /** Null while its page does not say that it is under review. */
  underReviewSince: string | null;
}

type Row = Omit<ShownReport, "madeAt" | "answeredAt" | "settledAt"> & {
  madeAt: Date;
  answeredAt: Date | null;
  settledAt: Date | null;
};

const columns = Prisma.raw(
  Object.keys({
    ...{ id: 1, text: 1, source: 1, address: 1, madeAt: 1, answer: 1, answeredAt: 1, answeredByName: 1 },
    ...{ isAnswerSent: 1, settledAt: 1, settledByName: 1 },
  } satisfies Record<keyof Row, 1>)
    .map((column) => `p."${column}"`)
    .join(", "),
);

function shown<R extends Row>({ madeAt, answeredAt, settledAt, ...row }: R) {
  const [answered, settled] = [answeredAt, settledAt].map((at) => at?.toISOString() ?? null);
  return { ...row, madeAt: madeAt.toISOString(), answeredAt: answered!, settledAt: settled! };
}

/** Beside a record stand no more. */
const beside = 50;

/** What readers reported of a record, the open ones first, each part the newest first. */
export async function reportsOn(actor: Actor, entryId: string): Promise<ReportsOn> {
  demand(actor, "publish");
  if (!(await sees(actor, entryId))) return { reports: [], underReviewSince: null };
  const [rows, record] = await Promise.all([
    database().$queryRaw<Row[]>`
      SELECT ${columns} FROM "ErrorReport" p WHERE p."entryId" = ${entryId}::uuid
      ORDER BY (p."settledAt" IS NOT NULL), p."madeAt" DESC, p."id" LIMIT ${beside}`,
    database().record.findUnique({ where: { id: entryId }, select: { underReviewSince: true } }),
  ]);
  return { reports: rows.map(shown), underReviewSince: record?.underReviewSince?.toISOString() ?? null };
}

/** One line of the list of reports. */
export interface ListedReport extends ShownReport {
  entryId: string;
  kind: KindKey;
  title: string;
  dossierTitle: string | null;
}

export type ReportState = "open" | "settled";

const page = 50;
const uuid = z.uuid();

/** All reports that are open, the oldest first, or that are settled, the newest first; behind another where `after` names it. */
export async function reportList(
  actor: Actor,
  { state, after }: { state: ReportState; after?: string | undefined },
): Promise<{ rows: ListedReport[]; next: string | null }> {
  demand(actor, "publish");
  const behind = after !== undefined && uuid.safeParse(after).success ? after : null;
  const from = Prisma.sql`
    SELECT ${columns}, p."entryId", e."kind", e."title", ${titleOf(Prisma.sql`e."dossierId"`)} AS "dossierTitle"
    FROM "ErrorReport" p JOIN "Entry" e ON e."id" = p."entryId"`;
  const rows = await database().$queryRaw<(Row & Omit<ListedReport, keyof ShownReport>)[]>(
    state === "open"
      ? Prisma.sql`${from} WHERE p."settledAt" IS NULL AND ${within(actor)} ${
          behind === null
            ? Prisma.empty
            : Prisma.sql`AND (p."madeAt", p."id") > (SELECT "madeAt", "id" FROM "ErrorReport" WHERE "id" = ${behind}::uuid)`
        } ORDER BY p."madeAt", p."id" LIMIT ${page + 1}`
      : Prisma.sql`${from} WHERE p."settledAt" IS NOT NULL AND ${within(actor)} ${
          behind === null
            ? Prisma.empty
            : Prisma.sql`AND (p."settledAt", p."id") < (SELECT "settledAt", "id" FROM "ErrorReport" WHERE "id" = ${behind}::uuid)`
        } ORDER BY p."settledAt" DESC, p."id" DESC LIMIT ${page + 1}`,
  );
  const some = rows.slice(0, page);
  return { rows: some.map(shown), next: rows.length > page ? (some.at(-1)?.id ?? null) : null };
}

/** How many reports are open, up to one more than `mostCounted`. */
export async function openReports(actor: Actor): Promise<number> {
  demand(actor, "publish");
  const seen =
    actor.limitedTo === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT FROM "Entry" e WHERE e."id" = "ErrorReport"."entryId" AND ${within(actor)})`;
  return countUpTo(Prisma.sql`FROM "ErrorReport" WHERE "settledAt" IS NULL ${seen}`);
}
