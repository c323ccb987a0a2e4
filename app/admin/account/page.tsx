import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { currentSession } from "@/lib/auth/session";
import { sessionsOf } from "@/lib/auth/sessions";
import { instantWords } from "../wording/instant";
import { changePassword, endOne, endOthers } from "./actions";

/** What the account's page is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.account"))("title") };
}

/** One's own account: password and sessions. */
export default async function AccountPage() {
  const session = await currentSession();
  if (!session) redirect("/admin/sign-in?next=/admin/account");
  const t = await getTranslations("desk.accounts");
  return (
    <div className="max-w-3xl space-y-10">
      <header>
        <h1>{t("account.title")}</h1>
        <p className="mt-1 text-muted">
          {session.user.name}, {session.user.email}, {t(`roleHelp.${session.user.role}`)}
        </p>
      </header>
      <section aria-labelledby="password" className="max-w-md">
        <h2 id="password" className="font-serif text-lead font-semibold">
          {t("account.passwordTitle")}
        </h2>
        <p className="mb-4 text-muted">{t("account.passwordLead")}</p>
        <AccountForm
          action={changePassword}
          submit={t("account.change")}
          waiting={t("waiting")}
          fields={[
            {
              name: "current",
              label: t("account.current"),
              type: "password",
              autoComplete: "current-password",
            },
            {
              name: "password",
              label: t("account.new"),
              help: t("passwordHelp"),
              type: "password",
              autoComplete: "new-password",
            },
          ]}
        />
      </section>
      <Sessions userId={session.user.id} current={session.id} />
    </div>
  );
}

async function Sessions({ userId, current }: { userId: string; current: string }) {
  const t = await getTranslations("desk.accounts.account");
  const instant = await instantWords();
  const when = (date: Date) => instant(date.toISOString());
  const sessions = await sessionsOf(userId);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="font-serif text-lead font-semibold">
        {t("sessionsTitle")}
      </h2>
      <p className="mb-4 text-muted">{t("sessionsLead")}</p>
      <div className="table-frame">
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t("started")}</th>
              <th scope="col">{t("used")}</th>
              <td className="border-ink" />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, startedAt, usedAt }) => (
              <tr key={id}>
                <td>{when(startedAt)}</td>
                <td>{when(usedAt)}</td>
                <td className="figure">
                  {id === current ? (
                    <span className="text-muted">{t("thisOne")}</span>
                  ) : (
                    <form action={endOne}>
                      <input type="hidden" name="id" value={id} />
                      <button className="btn-quiet" aria-label={t("endThis", { date: when(startedAt) })}>
                        {t("end")}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 && (
        <form action={endOthers} className="mt-4">
          <button className="btn">{t("endOthers")}</button>
        </form>
      )}
    </section>
  );
}
