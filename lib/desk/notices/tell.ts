/** Telling people at the desk, and by mail where a mail server is set, what others did that they have a part in. */
import "server-only";
import { type Actor, rolesThatMay } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { NoticeAbout } from "@/lib/domain/review";
import { queueMail, sendsMail } from "@/lib/mail/queue-mail";
import { writeMail } from "@/lib/mail/write-mail";

/** The record that something is told of. */
export interface ToldOf {
  id: string;
  kind: KindKey;
  title: string;
}

/** No more people are told of one act. */
const mostTold = 100;
/** Notices that were read are kept for so long. */
const keptFor = Prisma.sql`interval '90 days'`;
const prunedAtOnce = 500;

/** The accounts of all who may publish, as rows of "id". */
export const publishers = Prisma.sql`SELECT "id" FROM "User" WHERE "role" = ANY(${rolesThatMay("publish")}::text[])`;

/**
 * Tells those of some accounts (rows of "id") that are open, the actor apart. Takes part in the transaction that does what
 * is told: what is rolled back is told to no one.
 */
export async function tell(
  tx: Transaction,
  actor: Pick<Actor, "id" | "name">,
  { about, of, text }: { about: NoticeAbout; of: ToldOf; text: string },
  accounts: Prisma.Sql,
): Promise<void> {
  const told = await tx.$queryRaw<{ email: string }[]>`
    WITH told AS (
      SELECT u."id", u."email" FROM "User" u
      WHERE u."id" IN (${accounts}) AND u."disabledAt" IS NULL AND u."id" IS DISTINCT FROM ${actor.id}::uuid
      ORDER BY u."id" LIMIT ${mostTold}
    ), pruned AS (
      DELETE FROM "DeskNotice" WHERE "id" IN (
        SELECT n."id" FROM "DeskNotice" n JOIN told ON told."id" = n."userId"
        WHERE n."readAt" < now() - ${keptFor} LIMIT ${prunedAtOnce} FOR UPDATE OF n SKIP LOCKED)
    ), noted AS (
      INSERT INTO "DeskNotice" ("id", "userId", "entryId", "about", "byName", "text")
      SELECT gen_random_uuid(), told."id", ${of.id}::uuid, ${about}, ${actor.name}, ${text} FROM told
    )
    SELECT "email" FROM told`;
  if (!sendsMail()) return;
  const letter = writeMail(
    about === "submitted" && text !== "" ? "submittedWithNote" : about,
    { who: actor.name, title: of.title || "…", note: text },
    `/admin/${kindOf(of.kind).path}/${of.id}`,
  );
  await queueMail(
    tx,
    told.map(({ email }) => ({ ...letter, address: email })),
  );
}
