/** What was done to the columns of a pasted table before it was read, in words. */
import "server-only";
import { getTranslations } from "next-intl/server";
import { allOf } from "@/lib/domain/intl-formats";
import type { JoinedColumns } from "@/lib/domain/pasted/joined-columns";

/** One sentence for what was joined, and one for how the table was turned, where it was. */
export async function arrangedWords(
  joined: JoinedColumns["joined"],
  turned: "turned" | "actionsApart" | "flowsApart" | "flowsOpen" | null,
): Promise<string[]> {
  const t = await getTranslations("desk.paste.says");
  const leftOut = joined?.what === "flags" ? joined.leftOut : [];
  return [
    ...(joined ? [t(joined.what, { count: leftOut.length, flags: allOf(leftOut, "en") })] : []),
    ...(turned ? [t(turned)] : []),
  ];
}
