import "server-only";
import { getTranslations } from "next-intl/server";
import { auditActions } from "@/lib/domain/audit-actions";

/** What acts of the audit log are called; one of another version, which has no words here, by its own name. */
export async function actWords(): Promise<(action: string) => string> {
  const t = await getTranslations("desk.audit.acts");
  return (action) => (auditActions.includes(action) ? t(action) : action);
}
