import { type ShownFile, shownFiles } from "@/components/public/files/shown-files";
import type { Held } from "@/lib/domain/fields/field";
import { filesIn } from "@/lib/domain/kinds/attachments";
import { factsOfFiles } from "@/lib/published/files";

/** The files that a published record shows. */
export async function filesOf(values: Held): Promise<ShownFile[]> {
  return shownFiles(values, await factsOfFiles(filesIn(values)));
}
