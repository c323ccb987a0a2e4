/** Noting of addresses of sources that someone has looked at them. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";

/** An address as it was seen: of a source that has another by now, nothing is noted. */
export interface SeenAddress {
  id: string;
  address: string;
}

/** No more are noted at once. */
export const mostAddresses = 50;

/**
 * Notes that these addresses were looked at today, and whether they answer. That is no version of the source; how many were
 * noted is returned.
 */
export async function checkAddresses(
  actor: Actor,
  seen: readonly SeenAddress[],
  answers: boolean,
): Promise<number> {
  demand(actor, "write");
  const rows = JSON.stringify(seen.slice(0, mostAddresses));
  return database().$transaction(async (tx) => {
    const noted = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Entry" e SET "checkedAddress" = one."address", "addressAnswers" = ${answers},
        "addressCheckedOn" = to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD'), "addressCheckedByName" = ${actor.name}
      FROM jsonb_to_recordset(${rows}::jsonb) AS one("id" uuid, "address" text)
      WHERE e."id" = one."id" AND e."kind" = 'source' AND e."state" <> 'trashed' AND e."draft"->>'address' = one."address"
      RETURNING e."id"`;
    if (noted.length > 0)
      await noteAct(tx, actor, {
        ...{ action: "address.check", subject: "source" },
        detail: { answers, sources: noted.map(({ id }) => id) },
      });
    return noted.length;
  });
}
