import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import type { Actor } from "@/lib/auth/actor";
import type { SecondStepReset } from "@/lib/auth/second-step-reset";
import { instantWords } from "../wording/instant";
import { beginStepReset, endStepReset } from "./actions";

interface Props {
  admin: Actor;
  /** Whose second step is lost. */
  person: string;
  reset: SecondStepReset | null;
}

/** How admins take a lost second step from an account: one begins, another one or time agrees. */
export async function ResetForms({ admin, person, reset }: Props) {
  const [t, instant] = await Promise.all([getTranslations("desk.accounts"), instantWords()]);
  const common = { hidden: { person }, waiting: t("waiting"), grave: true };
  if (!reset) return <AccountForm {...common} action={beginStepReset} submit={t("people.resetBegin")} />;
  const { madeById, madeByName, dueAt } = reset;
  const mayEnd = madeById !== admin.id || dueAt <= new Date();
  return (
    <>
      <p className="mb-4">
        {t("people.resetWaits", { name: madeByName, date: instant(dueAt.toISOString()) })}
      </p>
      {mayEnd && <AccountForm {...common} action={endStepReset} submit={t("people.resetEnd")} />}
    </>
  );
}
