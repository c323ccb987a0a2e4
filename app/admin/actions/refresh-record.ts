import { revalidatePath } from "next/cache";

/** Has the page that a form stands on drawn anew with its answer: the desk's pages are kept nowhere, so this costs no other. */
export function refreshRecord(): void {
  revalidatePath("/admin/[list]/[id]", "layout");
}
