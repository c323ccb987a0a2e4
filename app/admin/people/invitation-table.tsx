import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/desk/sending/action-form";
import { AccountForm } from "@/components/desk/account/account-form";
import type { Invitation } from "@/lib/auth/invitations";
import { instantWords } from "../wording/instant";
import { sendAgain, withdraw } from "./invitation-actions";

/** Invitations that were not answered, a line for each: until when its link is good, and ways to renew and end it. */
export async function InvitationTable({ invitations }: { invitations: Invitation[] }) {
  const [t, tRole] = await Promise.all([getTranslations("desk.accounts"), getTranslations("desk.roles")]);
  return (
    <div className="table-frame">
      <table className="desk-table cards">
        <thead>
          <tr>
            {[t("name"), t("role"), t("people.state")].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <td className="border-ink" />
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, name, email, role, dossiers, ...sent }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <span className="side-line">{email}</span>
              </th>
              <td data-label={t("role")}>
                {tRole(role)}
                {dossiers !== null && (
                  <span className="side-line">{t("people.inviteLimited", { count: dossiers })}</span>
                )}
              </td>
              <td data-label={t("people.state")}>
                <State sent={sent} />
              </td>
              <td>
                <div className="btn-row">
                  <AccountForm
                    action={sendAgain}
                    hidden={{ invitation: id }}
                    submit={t(sent.isMailed ? "people.inviteAgain" : "people.inviteAgainLink")}
                    waiting={t("waiting")}
                    grave
                  />
                  <ActionForm action={withdraw}>
                    <input type="hidden" name="invitation" value={id} />
                    <button className="btn-quiet" aria-label={t("people.inviteWithdrawOf", { name })}>
                      {t("people.inviteWithdraw")}
                    </button>
                  </ActionForm>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How the link went out, by whom and when, and whether it is still good. */
async function State({
  sent,
}: {
  sent: Pick<Invitation, "isMailed" | "madeByName" | "madeAt" | "lapsesAt">;
}) {
  const [t, instant] = await Promise.all([getTranslations("desk.accounts.people"), instantWords()]);
  const { isMailed, madeByName, madeAt, lapsesAt } = sent;
  const made = { who: madeByName, date: instant(madeAt.toISOString()) };
  const until = { date: instant(lapsesAt.toISOString()) };
  return (
    <>
      {lapsesAt <= new Date() ? (
        <strong className="text-danger">{t("inviteLapsed", until)}</strong>
      ) : (
        t("inviteHolds", until)
      )}
      <span className="side-line">{isMailed ? t("inviteSent", made) : t("inviteHanded", made)}</span>
    </>
  );
}
