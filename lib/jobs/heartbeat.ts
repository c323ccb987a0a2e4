/** The sign that work in the background is being looked for, kept in the database, where pages find it. */
import "server-only";
import { pool } from "@/lib/database/client";

/** Notes that work was looked for at that moment. */
export async function noteHeartbeat(at: Date): Promise<void> {
  await pool().query(
    `INSERT INTO "JobsHeartbeat" ("id", "beatAt") VALUES (1, $1)
     ON CONFLICT ("id") DO UPDATE SET "beatAt" = greatest("JobsHeartbeat"."beatAt", excluded."beatAt")`,
    [at],
  );
}

/** When any server last looked for work in the background; null where none ever did. */
export async function lastHeartbeat(): Promise<Date | null> {
  const { rows } = await pool().query<{ beatAt: Date }>(`SELECT "beatAt" FROM "JobsHeartbeat"`);
  return rows[0]?.beatAt ?? null;
}
