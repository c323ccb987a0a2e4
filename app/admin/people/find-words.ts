import "server-only";
import { getTranslations } from "next-intl/server";
import type { FindDossiersWords } from "@/components/desk/account/find-dossiers";

/** The form, empty, that asks for a page of people anew with what is found; the boxes of the search name it. */
export const findForm = "find-dossiers";

/** The words of a search for dossiers to be limited to. `keeps`: what the form beside it begins with need not be typed again. */
export async function findWords(find: string, found: number, keeps: boolean): Promise<FindDossiersWords> {
  const t = await getTranslations("desk.accounts.limits");
  return {
    ...{ form: findForm, value: find, isNoneFound: find !== "" && found === 0 },
    ...{ label: t("find"), help: t("findHelp"), ...(!keeps && { helpWithoutScripts: t("findFirst") }) },
    ...{ submit: t("findSubmit"), none: t("noneFound"), failed: t("findFailed") },
  };
}
