import { getTranslations } from "next-intl/server";
import { FindForm } from "../parts/find-form";

interface FindDossiersProps {
  /** What was searched for, empty for nothing. */
  find: string;
  isNoneFound: boolean;
  /** Beside a form that keeps nothing while one searches. */
  isFirst?: boolean;
}

/** A search for dossiers to be limited to, where they are too many to be offered all. */
export async function FindDossiers({ find, isNoneFound, isFirst = false }: FindDossiersProps) {
  const t = await getTranslations("desk.accounts.limits");
  return (
    <FindForm
      {...{ name: "find", value: find, label: t("find"), submit: t("findSubmit") }}
      help={t(isFirst ? "findFirst" : "findHelp")}
      none={isNoneFound && t("noneFound")}
    />
  );
}
