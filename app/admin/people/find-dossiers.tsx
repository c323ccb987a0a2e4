import { getTranslations } from "next-intl/server";
import { FindForm } from "../parts/find-form";

interface FindDossiersProps {
  /** What was searched for, empty for nothing. */
  find: string;
  isNoneFound: boolean;
}

/** A search for dossiers to be limited to, where they are too many to be offered all. */
export async function FindDossiers({ find, isNoneFound }: FindDossiersProps) {
  const t = await getTranslations("desk.accounts.limits");
  return (
    <FindForm
      {...{ name: "find", value: find, label: t("find"), help: t("findHelp"), submit: t("findSubmit") }}
      none={isNoneFound && t("noneFound")}
    />
  );
}
