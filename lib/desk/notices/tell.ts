/** Telling people at the desk, and by mail where a mail server is set, what others did that they have a part in. */
import "server-only";
import { type Actor, rolesThatMay } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { NoticeAbout } from "@/lib/domain/review";
import { queueMail, sendsMail } from "@/lib/mail/queue-mail";
import { writeMail } from "@/lib/mail/write-mail";
import { isBeyond } from "../limits";

/** The record that something is told of. */
export interface ToldOf {
  id: string;
  kind: KindKey;
  title: string;
}

/** What they are told. */
interface Told {
  about: NoticeAbout;
  of: ToldOf;
  text: string;
  /** Of a comment: the id of the first of its thread. */
  thread?: string;
}

/** No more people are told of one act. */
const mostTold = 100;
/** So many notices are kept of one person, the newest; and those that were read for so long. */
export const mostKept = 200;
const keptFor = Prisma.sql`interval '90 days'`;
const prunedAtOnce = 500;
/** That a comment is settled, or open again, or a record's error reported, is mailed once in so long, however often it is said. */
const mailedAgainAfter = Prisma.sql`interval '1 hour'`;

/** No more of what readers report is mailed to one person within the hour: anyone may report, as often as the site takes it. */
export const mostReportsMailed = 5;

/** How often what is told is mailed: each time; once in an hour; or so, as a notice of its own alone, and only so many to one person. */
const mailed: Record<NoticeAbout, "always" | "hourly" | "sparingly"> = {
  ...{ submitted: "always", accepted: "always", rewritten: "always", returned: "always" },
  ...{ comment: "always", reply: "always", resolved: "hourly", reopened: "hourly" },
  reported: "sparingly",
};

/** The accounts of all who may publish, as rows of "id". */
export const publishers = Prisma.sql`SELECT "id" FROM "User" WHERE "role" = ANY(${rolesThatMay("publish")}::text[])`;

/** What unread notices about one record have in common that are one: the last tells of those before. */
function foldOf({ id }: Pick<Actor, "id">, { about, thread }: Told): string {
  switch (about) {
    case "resolved":
    case "reopened":
      return `settled ${thread}`;
    case "comment":
      return `comment ${id}`;
    case "reply":
      return `reply ${thread} ${id}`;
    case "submitted":
    case "accepted":
    case "rewritten":
    case "returned":
    case "reported":
      return about;
  }
}

/**
 * Tells those of some accounts (rows of "id") that are open, the actor apart. Takes part in the transaction that does what
 * is told: what is rolled back is told to no one. What is said again before it was read is one notice; what is only said again, as
 * that a comment is settled once more, is not mailed again within the hour. Of what readers report only what is a notice of its own
 * is mailed, no record's twice within the hour, and not more than `mostReportsMailed`.
 */
export async function tell(
  tx: Transaction,
  actor: Pick<Actor, "id" | "name">,
  what: Told,
  accounts: Prisma.Sql,
): Promise<void> {
  const { about, of, text } = what;
  const fold = foldOf(actor, what);
  const isReport = mailed[about] === "sparingly";
  const isHourly = isReport || mailed[about] === "hourly";
  const told = await tx.$queryRaw<{ id: string; email: string; isMailed: boolean; isNew: boolean }[]>`
    WITH told AS (
      SELECT u."id", u."email", NOT (${isHourly} AND EXISTS (
        SELECT FROM "DeskNotice" n WHERE n."entryId" = ${of.id}::uuid AND n."userId" = u."id" AND n."fold" = ${fold}
          AND (n."at" > now() - ${mailedAgainAfter} OR (${isReport} AND n."readAt" IS NULL))))
        AND NOT (${isReport} AND ${mostReportsMailed}::int <= (
          SELECT count(*) FROM "DeskNotice" n
          WHERE n."userId" = u."id" AND n."fold" = ${fold} AND n."at" > now() - ${mailedAgainAfter})) AS "isMailed"
      FROM "User" u
      WHERE u."id" IN (${accounts}) AND u."disabledAt" IS NULL AND u."id" IS DISTINCT FROM ${actor.id}::uuid
        AND NOT EXISTS (SELECT FROM "Entry" e WHERE e."id" = ${of.id}::uuid AND ${isBeyond("u", "e")})
      ORDER BY u."id" LIMIT ${mostTold}
    ), pruned AS (
      DELETE FROM "DeskNotice" WHERE "id" IN (
        SELECT n."id" FROM "DeskNotice" n JOIN told ON told."id" = n."userId"
        WHERE n."readAt" < now() - ${keptFor} LIMIT ${prunedAtOnce} FOR UPDATE OF n SKIP LOCKED)
    ), noted AS (
      INSERT INTO "DeskNotice" AS n ("id", "userId", "entryId", "about", "byName", "text", "fold")
      SELECT gen_random_uuid(), told."id", ${of.id}::uuid, ${about}, ${actor.name}, ${text}, ${fold} FROM told ORDER BY told."id"
      ON CONFLICT ("userId", "entryId", "fold") WHERE "readAt" IS NULL DO UPDATE SET "about" = excluded."about",
        "byName" = excluded."byName", "text" = excluded."text", "at" = now(), "times" = n."times" + 1
      RETURNING n."userId", n."times"
    )
    SELECT told."id", told."email", told."isMailed", noted."times" = 1 AS "isNew" FROM told JOIN noted ON noted."userId" = told."id"`;
  await dropOldest(
    tx,
    told.filter(({ isNew }) => isNew).map(({ id }) => id),
  );
  const addressed = told.filter(({ isMailed }) => isMailed);
  if (addressed.length === 0 || !sendsMail()) return;
  const letter = writeMail(
    about === "submitted" && text !== "" ? "submittedWithNote" : about,
    { who: actor.name, title: of.title || "…", note: text },
    `/admin/${kindOf(of.kind).path}/${of.id}`,
  );
  await queueMail(
    tx,
    addressed.map(({ email }) => ({ ...letter, address: email })),
  );
}

/** Leaves each of these people the newest of their notices: who reads none has no more for it. */
async function dropOldest(tx: Transaction, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM "DeskNotice" WHERE "id" IN (
      SELECT "id" FROM "DeskNotice" WHERE "id" IN (
        SELECT old."id" FROM unnest(${people}::uuid[]) AS person("id") CROSS JOIN LATERAL (
          SELECT n."id" FROM "DeskNotice" n WHERE n."userId" = person."id"
          ORDER BY n."at" DESC OFFSET ${mostKept} LIMIT ${prunedAtOnce}) old)
      FOR UPDATE SKIP LOCKED)`;
}
