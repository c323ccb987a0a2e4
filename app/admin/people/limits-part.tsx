import { getTranslations } from "next-intl/server";
import { LimitsForm } from "@/components/desk/account/limits-form";
import type { Account } from "@/lib/auth/accounts";
import type { Actor } from "@/lib/auth/actor";
import { dossierChoices, entryChoices } from "@/lib/desk/read/choices";
import { findForm, findWords } from "./find-words";
import { limit } from "./limits-action";

interface LimitsPartProps {
  admin: Actor;
  person: Account;
  /** What was searched for, where the dossiers are too many to be offered all. */
  find: string;
}

/** To which dossiers a person is limited. An admin is to none. */
export async function LimitsPart({ admin, person, find }: LimitsPartProps) {
  const t = await getTranslations("desk.accounts.limits");
  if (person.role === "admin") return <p>{t(person.isLimited ? "adminKeeps" : "admin")}</p>;
  const [few, chosen, found] = await Promise.all([
    dossierChoices(admin),
    entryChoices(admin, "dossier", { ids: person.limitedTo, inTrashToo: true }),
    find ? entryChoices(admin, "dossier", { q: find }) : [],
  ]);
  const isSearched = few === null || find !== "";
  const others = (isSearched ? found : few).filter(({ id }) => !person.limitedTo.includes(id));
  const waiting = (await getTranslations("desk.accounts"))("waiting");
  return (
    <div className="space-y-6">
      {isSearched && <form id={findForm} hidden />}
      <LimitsForm
        action={limit}
        hidden={{ id: person.id, version: String(person.version) }}
        isLimited={person.isLimited}
        find={isSearched ? await findWords(find, found.length, true) : undefined}
        dossiers={[
          // One in the trash is among the limits still, and saving the form must not take it from them.
          ...chosen.map(({ id, title, state }) => ({
            ...{ id, isChosen: true },
            title: state === "trashed" ? t("inTrash", { title }) : title,
          })),
          ...others.map(({ id, title }) => ({ id, title, isChosen: false })),
        ]}
        words={{
          ...{ legend: t("legend"), everywhere: t("everywhere"), some: t("some") },
          ...{ submit: t("submit"), waiting },
        }}
      />
    </div>
  );
}
