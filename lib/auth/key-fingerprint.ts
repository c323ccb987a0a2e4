/** Notes in the audit log when the site's secret, on which all that it seals depends, is another than before. */
import "server-only";
import { database } from "@/lib/database/client";
import { noteAct } from "./audit";
import { siteKey } from "./site-key";

/** What tells one secret from another, and says nothing of either. */
function fingerprint(): string {
  return siteKey("fingerprint", 8).toString("hex");
}

/** Notes the secret's fingerprint where the last that was noted is another. For the start of a server. */
export async function noteKey(): Promise<void> {
  const now = fingerprint();
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('key fingerprint', 0))`;
    const last = await tx.auditEvent.findFirst({
      where: { action: "key.use" },
      orderBy: [{ at: "desc" }, { seq: "desc" }],
      select: { detail: true },
    });
    const known = (last?.detail as { fingerprint?: string } | undefined)?.fingerprint;
    if (known === now) return;
    const by = { id: null, name: "Entente" };
    await noteAct(tx, by, {
      action: "key.use",
      subject: "secret",
      detail: { fingerprint: now, before: known ?? null },
    });
  });
}
