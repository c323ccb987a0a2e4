/** Everything that is kept of a person, as one file of JSON that they take with them. */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { noteAccountChange } from "./audit";
import type { LiveSession } from "./sessions";

/** What of a table tells of a person. */
interface Section {
  table: string;
  /** The columns that say whose a row is. */
  whose: readonly string[];
  /** What the file says of it. */
  columns: readonly string[];
}

const section = (table: string, whose: readonly string[], columns: readonly string[]): Section => ({
  ...{ table, whose, columns },
});

/** Every table that tells of people, and what of it. Secrets and hashes are left out: they say nothing of anyone. */
const sections = {
  account: section(
    "User",
    ["id"],
    [
      "email",
      "name",
      "role",
      "isLimited",
      "limitedTo",
      "createdAt",
      "updatedAt",
      "disabledAt",
      "passwordLapsesAt",
      "version",
    ],
  ),
  sessions: section(
    "Session",
    ["userId"],
    [
      "createdAt",
      "usedAt",
      "expiresAt",
      "network",
      "browser",
      "system",
      "isSecondStep",
      "begunBy",
      "confirmedAt",
    ],
  ),
  singleSignOn: section("SignOnIdentity", ["userId"], ["issuer", "subject", "madeAt"]),
  passkeys: section("Passkey", ["userId"], ["name", "isSynced", "madeAt", "usedAt"]),
  acts: section(
    "AuditEvent",
    ["byId"],
    ["at", "byName", "action", "subject", "entryId", "version", "detail", "network", "requestId"],
  ),
  versions: section(
    "Revision",
    ["byId"],
    ["at", "byName", "action", "entryId", "version", "title", "changeNote"],
  ),
  records: section(
    "Entry",
    ["createdById", "updatedById"],
    ["id", "kind", "title", "createdAt", "createdByName", "updatedAt", "updatedByName"],
  ),
  comments: section("Comment", ["madeById"], ["madeAt", "madeByName", "entryId", "path", "text"]),
  reviews: section(
    "Review",
    ["madeById", "settledById"],
    ["madeAt", "madeByName", "note", "settledAt", "settledByName", "answer", "entryId", "entryVersion"],
  ),
  notices: section("DeskNotice", ["userId"], ["at", "about", "byName", "text", "entryId", "readAt"]),
  views: section("SavedView", ["ownerId"], ["madeAt", "ownerName", "kind", "name", "query", "isShared"]),
  templates: section("RecordTemplate", ["madeById"], ["madeAt", "madeByName", "kind", "name", "values"]),
  calendarAddresses: section("CalendarLink", ["madeById"], ["madeAt", "madeByName", "dossierId"]),
  schedules: section(
    "ScheduledMove",
    ["madeById"],
    ["madeAt", "madeByName", "entryId", "move", "dueAt", "state"],
  ),
  changesOfMany: section("ChangeSet", ["madeById"], ["madeAt", "madeByName", "action", "state"]),
  invitations: section(
    "Invitation",
    ["madeById"],
    ["madeAt", "madeByName", "email", "name", "role", "isLimited", "limitedTo"],
  ),
} satisfies Record<string, Section>;

/** What others did to the account: not from where, nor in which request, which tells of them. */
const actsOnAccount = section(
  "AuditEvent",
  [],
  sections.acts.columns.filter((column) => column !== "network" && column !== "requestId"),
);

/** Tables that hold an account's id and are left out of the file, each for its reason. */
export const notInFile = {
  RecoveryCode: "hashes alone",
  PasswordReset: "a hash, for half an hour",
  SecondStepReset: "on the account's page, for a day",
  Presence: "for a minute",
  ReviewSetting: "a setting of a dossier, whose making is among the acts",
  RetentionRule: "a setting, whose making is among the acts",
} as const;

/** The tables of which the file tells. */
export const tablesInFile: readonly string[] = Object.values(sections).map(({ table }) => table);

const atOnce = 1000;

/**
 * The file, piece by piece, as it is read. That it was asked for is noted before the first. Null where its holder has to say
 * the password again first.
 */
export async function ownData({ user, isConfirmed }: LiveSession): Promise<AsyncGenerator<string> | null> {
  if (!isConfirmed) return null;
  await database().$transaction((tx) => noteAccountChange(tx, user, "account.data", user));
  return pieces(user.id);
}

async function* pieces(userId: string): AsyncGenerator<string> {
  let before = "{\n";
  const parts = Object.entries(sections).map(([name, one]) => ({ name, one, where: isTheirs(one, userId) }));
  const where = Prisma.sql`"action" LIKE 'account.%' AND "detail" ->> 'userId' = ${userId}
    AND "byId" IS DISTINCT FROM ${userId}::uuid`;
  for (const part of [...parts, { name: "actsOnAccount", one: actsOnAccount, where }]) {
    yield `${before}${JSON.stringify(part.name)}: [`;
    let separator = "\n";
    for await (const rows of batches(part.where, part.one)) {
      yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
      separator = ",\n";
    }
    before = "\n],\n";
  }
  yield "\n]\n}\n";
}

function isTheirs({ whose }: Section, userId: string): Prisma.Sql {
  const each = whose.map((one) => Prisma.sql`${Prisma.raw(`"${one}"`)} = ${userId}::uuid`);
  return Prisma.join(each, " OR ");
}

async function* batches(where: Prisma.Sql, { table, columns }: Section): AsyncGenerator<unknown[]> {
  const named = Prisma.raw(columns.map((one) => `'${one}', t."${one}"`).join(", "));
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await database().$queryRaw<{ id: string; row: unknown }[]>`
      SELECT t."id"::text, jsonb_build_object(${named}) AS "row" FROM (
        SELECT * FROM ${Prisma.raw(`"${table}"`)} WHERE (${where}) AND "id" > ${after}::uuid
        ORDER BY "id" LIMIT ${atOnce}) t ORDER BY t."id"`;
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < atOnce) return;
    after = rows.at(-1)!.id;
  }
}
