import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import { AccountForm } from "@/components/desk/account/account-form";
import { recoveryCodesLeft } from "@/lib/auth/recovery-codes";
import { mayCallOffReset, ownReset } from "@/lib/auth/second-step-reset";
import { currentActor, requireOwnSession } from "@/lib/auth/session";
import { type LiveSession, sessionLength, sessionsOf } from "@/lib/auth/sessions";
import { entryChoices } from "@/lib/desk/read/choices";
import { env } from "@/lib/env";
import { durationWords } from "../wording/duration";
import { instantWords } from "../wording/instant";
import { callOff, changePassword, endOne, endOthers } from "./actions";
import { ConfirmFirst } from "./confirm-first";
import { ownPasswordField } from "./own-password-field";
import { OwnPasskeys } from "./passkeys/own-passkeys";
import { ownPasswordFields } from "./password-fields";
import { RecoveryCodes } from "./recovery-codes/recovery-codes";
import { SessionTable } from "./session-table";
import { twoStepsWords } from "./two-steps-words";

/** What the account's page is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.account"))("title") };
}

/** One's own account: password and sessions. */
export default async function AccountPage() {
  const session = await requireOwnSession();
  const [t, codesLeft] = await Promise.all([
    getTranslations("desk.accounts"),
    recoveryCodesLeft(session.user.id),
  ]);
  const isOn = session.secondSteps.app;
  return (
    <div className="max-w-3xl space-y-10">
      <header>
        <h1>{t("account.title")}</h1>
        <p className="mt-1 text-muted">
          {session.user.name}, {session.user.email}, {t(`roleHelp.${session.user.role}`)}
        </p>
        <OwnLimits />
      </header>
      <ConfirmFirst isConfirmed={session.isConfirmed} />
      <section aria-labelledby="password" className="max-w-md">
        <h2 id="password" className="font-serif text-lead">
          {t("account.passwordTitle")}
        </h2>
        {session.begunBy === "provider" ? (
          <p className="text-muted">{t("signOn.ownLead", { provider: env().signOn?.name ?? "" })}</p>
        ) : (
          <>
            <p className="mb-4 text-muted">{t("account.passwordLead")}</p>
            <AccountForm
              action={changePassword}
              submit={t("account.change")}
              waiting={t("waiting")}
              fields={await ownPasswordFields()}
            />
          </>
        )}
      </section>
      <section aria-labelledby="two-steps" className="max-w-md">
        <h2 id="two-steps" className="font-serif text-lead">
          {t("twoSteps.title")}
        </h2>
        <p className="text-muted">{await twoStepsWords(session)}</p>
        <p className="mt-2">
          <a href="/admin/account/two-steps">{isOn ? t("twoSteps.change") : t("twoSteps.begin")}</a>
        </p>
        <PendingReset session={session} />
      </section>
      <OwnPasskeys session={session} />
      <RecoveryCodes session={session} codesLeft={codesLeft} />
      <Sessions session={session} />
      <section aria-labelledby="data" className="max-w-md">
        <h2 id="data" className="font-serif text-lead">
          {t("account.dataTitle")}
        </h2>
        <p className="text-muted">{t("account.dataLead")}</p>
        <p className="mt-2">
          <a href="/admin/account/data" download>
            {t("account.data")}
          </a>
        </p>
      </section>
    </div>
  );
}

/** To which dossiers the account is limited; nothing where it is to none. */
async function OwnLimits() {
  const actor = await currentActor();
  if (!actor?.limitedTo) return null;
  const [t, dossiers] = await Promise.all([
    getTranslations("desk.accounts.limits"),
    entryChoices(actor, "dossier", { ids: actor.limitedTo }),
  ]);
  const titles = new Intl.ListFormat("en").format(dossiers.map(({ title }) => title));
  return <p className="mt-1">{dossiers.length > 0 ? t("own", { titles }) : t("ownNone")}</p>;
}

/** That an admin takes the second step away, and the way to call it off; nothing where none does. */
async function PendingReset({ session }: { session: LiveSession }) {
  const reset = await ownReset(session);
  if (!reset) return null;
  const [t, instant] = await Promise.all([getTranslations("desk.accounts.twoSteps"), instantWords()]);
  return (
    <ActionForm action={callOff} role="alert" className="notice notice-danger mt-4 space-y-4">
      <p>{t("resetWaits", { name: reset.madeByName, date: instant(reset.madeAt.toISOString()) })}</p>
      {mayCallOffReset(session) && <button className="btn">{t("callOff")}</button>}
    </ActionForm>
  );
}

async function Sessions({ session }: { session: LiveSession }) {
  const [t, tAccounts] = await Promise.all([
    getTranslations("desk.accounts.account"),
    getTranslations("desk.accounts"),
  ]);
  const sessions = await sessionsOf(session.user.id);
  const { idle, max } = sessionLength;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="font-serif text-lead">
        {t("sessionsTitle")}
      </h2>
      <p className="mb-4 text-muted">
        {t("sessionsLead", { idle: durationWords(idle), max: durationWords(max) })}
      </p>
      <SessionTable sessions={sessions} current={session.id} end={endOne} />
      {sessions.length > 1 && (
        <div className="mt-6 max-w-md">
          <AccountForm
            action={endOthers}
            submit={t("endOthers")}
            waiting={tAccounts("waiting")}
            grave
            fields={await ownPasswordField(session, { help: t("ownPasswordHelp") })}
          />
        </div>
      )}
    </section>
  );
}
