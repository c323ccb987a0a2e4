import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { mostPasskeys } from "@/lib/auth/passkeys/offers";
import { type OwnPasskey, ownPasskeys } from "@/lib/auth/passkeys/own-passkeys";
import type { LiveSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { instantWords } from "../../wording/instant";
import { removeOwnPasskey, renameOwnPasskey } from "./actions";
import { AddPasskey } from "./add-passkey";

/** One's own passkeys: which there are, and the form that adds one. */
export async function OwnPasskeys({ session }: { session: LiveSession }) {
  const [t, passkeys] = await Promise.all([getTranslations("desk.accounts.passkeys"), ownPasskeys(session)]);
  const provider = env().signOn?.name ?? "";
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys" className="font-serif text-lead">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-md text-muted">
        {session.begunBy === "provider" ? t("leadProvider", { provider }) : t("lead")}
      </p>
      {passkeys.length > 0 && <PasskeyTable passkeys={passkeys} />}
      <div className="mt-6 max-w-md">
        {passkeys.length < mostPasskeys ? (
          <AddPasskey />
        ) : (
          <p className="text-muted">{t("tooMany", { count: mostPasskeys })}</p>
        )}
      </div>
    </section>
  );
}

async function PasskeyTable({ passkeys }: { passkeys: OwnPasskey[] }) {
  const [t, instant] = await Promise.all([getTranslations("desk.accounts.passkeys"), instantWords()]);
  const when = (date: Date) => instant(date.toISOString());
  return (
    <div className="table-frame">
      <table className="desk-table cards">
        <thead>
          <tr>
            <th scope="col">{t("nameColumn")}</th>
            <th scope="col">{t("made")}</th>
            <th scope="col">{t("used")}</th>
            <td className="border-ink" />
          </tr>
        </thead>
        <tbody>
          {passkeys.map((passkey) => (
            <tr key={passkey.id}>
              <td>
                {passkey.name}
                <span className="side-line">{passkey.isSynced ? t("synced") : t("bound")}</span>
              </td>
              <td data-label={t("made")}>{when(passkey.madeAt)}</td>
              <td data-label={t("used")}>{passkey.usedAt ? when(passkey.usedAt) : t("unused")}</td>
              <td>
                <Changes passkey={passkey} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The ways to rename and to remove a passkey, put away until they are wanted. */
async function Changes({ passkey: { id, name } }: { passkey: OwnPasskey }) {
  const t = await getTranslations("desk.accounts");
  const common = { hidden: { id }, waiting: t("waiting") };
  return (
    <>
      <details>
        <summary aria-label={t("passkeys.renameThis", { name })}>{t("passkeys.rename")}</summary>
        <AccountForm
          {...common}
          action={renameOwnPasskey}
          submit={t("passkeys.renameSubmit")}
          fields={[
            { name: "name", label: t("passkeys.newName"), type: "text", value: name, autoComplete: "off" },
          ]}
        />
      </details>
      <details className="mt-1">
        <summary aria-label={t("passkeys.removeThis", { name })}>{t("passkeys.remove")}</summary>
        <p className="mb-2 text-muted">{t("passkeys.removeLead")}</p>
        <AccountForm
          {...common}
          action={removeOwnPasskey}
          submit={t("passkeys.removeThis", { name })}
          grave
        />
      </details>
    </>
  );
}
